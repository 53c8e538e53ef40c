import { lowerFirst, type NameOf, tellAgreement, tellEvent, tellFigures, textOf } from './gist-sentences.rules.ts';
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

const NAMED = ['actors', 'organisations', 'places'];

const MOST_SENTENCES = 3;

/** What the names of records are, and the units of indicators. */
export interface Naming {
  readonly nameOf: NameOf;
  readonly unitOf: (indicator: string) => string | null;
}

/** What a passage is about, whatever it says: the keys of topics. */
type About = { readonly topics?: readonly string[] };

/**
 * What a passage says, as far as it was understood, in words that are none of its own: who did what with whom, when and
 * where, who spoke of what, and the figures. A beginning for an editor to better; nothing is told that would repeat the text.
 */
export function composeGist(
  found: readonly Found[],
  wording: PublishedWording,
  { nameOf, unitOf, topics = [] }: Naming & About,
): string {
  const recordsOf = (noun: string) => found.filter((one) => one.noun === noun).map(({ record }) => record);
  const [agreements, statements] = [recordsOf('agreements'), recordsOf('statements')];
  // What was said says more than that something was, and what was concluded more than that it was.
  const events = recordsOf('events').filter(
    ({ kind }) =>
      !(kind === 'STATEMENT' && statements.length > 0) && !(kind === 'AGREEMENT_STEP' && agreements.length > 0),
  );
  const isOwn = (sentence: string) => sentence !== '' && wording.findCopied(sentence) === undefined;
  const told = [
    ...events.map((event) => tellEvent(event, nameOf)),
    ...agreements.map(tellAgreement),
    ...statements.map(({ gist }) => sentenceOf(gist)),
  ].filter(isOwn);
  const figures = [tellFigures(recordsOf('statistics'), nameOf, unitOf)].filter(isOwn);
  const claims = recordsOf('assessments')
    .map(({ gist }) => sentenceOf(gist))
    .filter(isOwn);
  // Figures keep a place behind what was done.
  const deeds = [...new Set(told)].slice(0, MOST_SENTENCES - figures.length);
  const sentences = [...new Set([...deeds, ...figures, ...claims])].slice(0, MOST_SENTENCES);
  if (sentences.length > 0) return sentences.join(' ');
  const subjects = topics.flatMap((topic) => nameOf('topics', topic) ?? []).slice(0, MOST_SENTENCES);
  if (subjects.length > 0) return `On ${new Intl.ListFormat('en').format(subjects.map(lowerFirst))}.`;
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

function sentenceOf(text: unknown): string {
  const told = textOf(text);
  return told === '' || /[.!?]$/.test(told) ? told : `${told}.`;
}
