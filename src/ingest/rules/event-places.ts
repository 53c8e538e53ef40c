import type { DraftPlace } from './drafts.ts';
import type { Story } from './story.ts';
import type { Telling } from './telling.ts';
import { slotsIn } from './template.ts';

export function placeOf({ template, story }: Telling, match: RegExpExecArray): DraftPlace | null {
  const groups = match.groups ?? {};
  const own = slotsIn(template, groups.p).concat(slotsIn(template, groups.p2));
  const near = [
    ...template.text.matchAll(
      /\b(?:in|at)(?: the)?(?: (?:«[JO]\d+»|[a-z-]+)){0,4} (?<p>«[KLC]\d+»)(?: \((?<land>«C\d+»)\))?/g,
    ),
  ].flatMap((found) => slotsIn(template, found.groups?.p));
  const direct = [...template.text.matchAll(/\b(?:[Ii]n|at) (?:the )?(?<p>«[KLC]\d+»)/g)].flatMap((found) =>
    slotsIn(template, found.groups?.p),
  );
  const held = slotsIn(template, groups.h3).filter(({ letter }) => letter === 'C');
  const hosted = slotsIn(template, groups.h2);
  const [slot] = [...own, ...(groups.h ? slotsIn(template, groups.h) : []), ...hosted, ...direct, ...near, ...held];
  if (!slot || !('mention' in slot)) return null;
  const { mention, letter } = slot;
  if (letter === 'O') return mention.entity ? placeNamed(story, mention.entity.name) : null;
  if (mention.entity) return { entity: mention.entity };
  if (!mention.country) return null;
  const capital = letter === 'K' ? (story.book.countries.get(mention.country)?.capitals[0] ?? null) : null;
  return { country: mention.country, capital };
}

function placeNamed({ book }: Story, name: string): DraftPlace | null {
  const entity = book.entities.find((entity) => entity.noun === 'places' && entity.name === name);
  return entity ? { entity } : null;
}
