import { Random } from './random.ts';
import { BODIES, GIVEN, SYLLABLES, WORDS } from './vocabulary.ts';
import { SERIES } from './world.ts';

export type Value = string | number | boolean | null;

/** One table's rows, in an order in which foreign keys hold. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Value[]>;
}

const ENTITIES = [
  'country',
  'place',
  'topic',
  'organisation',
  'office',
  'series',
  'report',
  'section',
  'passage',
  'actor',
  'tenure',
  'event',
  'participation',
  'agreement',
  'party',
  'indicator',
  'statistic',
  'statement',
  'assessment',
  'about',
  'name',
  'citation',
] as const;
type Entity = (typeof ENTITIES)[number];

/** A UUID of version 7 by its looks: the kind of row and its number. */
export const id = (entity: Entity, index: number) =>
  `${(ENTITIES.indexOf(entity) + 1).toString(16).padStart(8, '0')}-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

export const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;
export const wordsOf = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
export const sentence = (random: Random, count: number) => `${capital(wordsOf(random, count))}.`;

export const surname = (random: Random) =>
  capital(random.pick(SYLLABLES) + random.pick(SYLLABLES) + random.pick(SYLLABLES));
export const actorName = (index: number) => {
  const random = new Random(index + 1_000_003);
  return `${random.pick(GIVEN)} ${surname(random)}`;
};
export const bodyName = (index: number) => {
  const random = new Random(index + 2_000_003);
  return `${random.pick(BODIES)} of ${capital(random.pick(WORDS))} ${capital(random.pick(WORDS))} ${index}`;
};

/** The first day of a report's month: four series run side by side from January 2010. */
export function monthOf(report: number): { year: number; month: number } {
  const months = Math.floor(report / SERIES);
  return { year: 2010 + Math.floor(months / 12), month: months % 12 };
}

export function dayOf(report: number, day: number): string {
  const { year, month } = monthOf(report);
  return new Date(Date.UTC(year, month, 1 + day)).toISOString().slice(0, 10);
}

export function* rows<T extends Value>(count: number, row: (index: number) => readonly T[]): Generator<readonly T[]> {
  for (let index = 0; index < count; index += 1) yield row(index);
}
