import { oneOf } from '../../lib/where.ts';

/** How deep topics nest at most. The writes keep to it, so that a filter can spell the levels out. */
export const MAX_TOPIC_DEPTH = 4;

/** A topic with one of the slugs, or narrower than one. */
export function topicWithin(slugs: readonly string[]): object {
  return within({ slug: oneOf(slugs) });
}

/** The topic with that id, or one narrower than it. */
export const topicWithinId = (id: string): object => within({ id });

function within(topic: object): object {
  const levels: object[] = [topic];
  for (let depth = 1; depth < MAX_TOPIC_DEPTH; depth += 1) levels.push({ parent: levels.at(-1) as object });
  return { OR: levels };
}
