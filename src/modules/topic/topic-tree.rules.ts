import { listAncestors } from '../../lib/ancestry.ts';
import { TopicTooDeepError } from './topic.errors.ts';
import { MAX_TOPIC_DEPTH } from './topic.rules.ts';

/** A topic stands under its parents in a tree that a filter can walk. */
export function checkTopicParent(topicId: string, parentOf: (topicId: string) => string | null | undefined): void {
  const depth = listAncestors(topicId, parentOf).length + 1;
  if (depth > MAX_TOPIC_DEPTH) throw new TopicTooDeepError(depth, MAX_TOPIC_DEPTH);
}
