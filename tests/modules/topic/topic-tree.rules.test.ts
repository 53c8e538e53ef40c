import { describe, expect, it } from 'vitest';
import { checkTopicParent } from '../../../src/modules/topic/topic-tree.rules.ts';
import { refusalOf } from '../refusal.ts';

const parents = new Map([
  ['b', 'a'],
  ['c', 'b'],
  ['d', 'c'],
  ['e', 'd'],
  ['x', 'y'],
  ['y', 'z'],
  ['z', 'x'],
  ['under-x', 'x'],
  ['itself', 'itself'],
]);
const check = (topic: string) => checkTopicParent(topic, (id) => parents.get(id));

describe('a topic', () => {
  it.each(['a', 'b', 'd'])('may stand four deep (%s)', (topic) => {
    expect(() => check(topic)).not.toThrow();
  });

  it('does not stand five deep', () => {
    expect(refusalOf(() => check('e'))).toMatchObject({ code: 'TOPIC_TOO_DEEP', depth: 5 });
  });

  it('is not its own ancestor', () => {
    expect(refusalOf(() => check('x'))).toMatchObject({ code: 'ANCESTRY_CYCLE', keys: ['x', 'y', 'z', 'x'] });
    expect(refusalOf(() => check('itself'))).toMatchObject({ code: 'ANCESTRY_CYCLE', keys: ['itself', 'itself'] });
  });

  it('is not told of a circle that it is no member of, and is not walked round it for ever', () => {
    expect(() => check('under-x')).not.toThrow();
  });
});
