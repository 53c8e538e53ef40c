import type { DraftRecord } from './record.rules.ts';
import type { PublishedWording } from './wording.rules.ts';

/** What was found in a passage, as far as a gist can tell it. */
export interface Found {
  readonly noun: string;
  readonly record: DraftRecord;
}

/** Something with names by which a passage may mention it. */
export interface Mentionable {
  readonly key: string;
  readonly names: readonly string[];
}

/** The nouns that say what a passage tells, in the order of how much they say. */
const TELLING = ['events', 'agreements', 'statements', 'assessments', 'statistics'];

const NAMED = ['actors', 'organisations', 'places'];

const MOST_SENTENCES = 3;

/**
 * What a passage says, as far as it was understood, in words that are none of its own: a beginning for an editor to better.
 * Nothing is told that would repeat the text.
 */
export function composeGist(found: readonly Found[], wording: PublishedWording): string {
  const told = TELLING.flatMap((noun) => found.filter((one) => one.noun === noun));
  const sentences = [...new Set(told.map(sentenceOf))]
    .filter((sentence) => sentence !== '' && wording.findCopied(sentence) === undefined)
    .slice(0, MOST_SENTENCES);
  if (sentences.length > 0) return sentences.join(' ');
  const names = found
    .filter(({ noun }) => NAMED.includes(noun))
    .map(({ record }) => textOf(record.name))
    .filter((name) => name !== '');
  return names.length > 0
    ? `Mentions ${new Intl.ListFormat('en').format([...new Set(names)])}.`
    : 'Nothing in it was recognised.';
}

/** Those that a text names, in the order of mention. */
export function findMentions(text: string, things: readonly Mentionable[]): readonly string[] {
  return things
    .map(({ key, names }) => ({ key, at: Math.min(...names.map((name) => placeOf(name, text))) }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.at - other.at)
    .map(({ key }) => key);
}

/** Where a name stands as a word of its own, in small or capital letters as it is written. */
function placeOf(name: string, text: string): number {
  if (name === '') return Number.POSITIVE_INFINITY;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return at;
  }
  return Number.POSITIVE_INFINITY;
}

function sentenceOf({ noun, record }: Found): string {
  const text = noun === 'statistics' ? figureOf(record) : textOf(record.title ?? record.gist);
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

const COMPARATORS: Readonly<Record<string, string>> = {
  ABOUT: 'about ',
  ALMOST: 'almost ',
  MORE_THAN: 'more than ',
  AT_LEAST: 'at least ',
  LESS_THAN: 'less than ',
  AT_MOST: 'at most ',
};

function figureOf({ label, value, lower, upper, comparator }: DraftRecord): string {
  const figure = value === undefined ? `${lower} to ${upper}` : `${COMPARATORS[textOf(comparator)] ?? ''}${value}`;
  return textOf(label) === '' ? '' : `${textOf(label)}: ${figure}`;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
