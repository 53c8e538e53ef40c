import type {
  SuggestionAttention,
  SuggestionNoun,
  SuggestionRecognition,
  SuggestionState,
} from '../../generated/prisma/enums.ts';
import type { DraftRecord } from './record.rules.ts';

/** A suggestion as a draft keeps it; spans count code points of the canonical text. */
export interface DraftSuggestion {
  readonly id: string;
  readonly noun: SuggestionNoun;
  readonly key: string;
  readonly record: DraftRecord;
  /** What the extraction says, where the record says something else. */
  readonly extracted: DraftRecord | null;
  readonly ordinal: number;
  readonly passage: string;
  readonly spanStart: number | null;
  readonly spanEnd: number | null;
  readonly quote: string | null;
  readonly rule: string;
  readonly score: number;
  readonly recognition: SuggestionRecognition | null;
  readonly evidence: string | null;
  readonly state: SuggestionState;
  readonly attention: SuggestionAttention | null;
  readonly version: number;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Date | null;
  readonly reason: string | null;
}

/** What an extraction says, before anybody has looked at it. */
export type FreshSuggestion = Omit<
  DraftSuggestion,
  'id' | 'ordinal' | 'state' | 'extracted' | 'attention' | 'version' | 'reviewedBy' | 'reviewedAt' | 'reason'
>;

/** As the files of an edition spell it. */
export const nounOf = (noun: SuggestionNoun) => noun.toLowerCase() as Lowercase<SuggestionNoun>;

/** `noun key`: what tells a suggestion from the others of its draft. */
export const labelOf = ({ noun, key }: Pick<DraftSuggestion, 'noun' | 'key'>) => `${nounOf(noun)} ${key}`;

/** Goes into the edition as it stands. */
export const isDecidedFor = ({ state }: Pick<DraftSuggestion, 'state'>) => state === 'ACCEPTED' || state === 'EDITED';

/** Somebody has yet to say something about it: it is new, or the text was corrected under it. */
export const isOpen = (suggestion: Pick<DraftSuggestion, 'state' | 'attention'>) =>
  suggestion.state === 'PROPOSED' || (isDecidedFor(suggestion) && suggestion.attention !== null);

/** Orders the suggestions of a draft as its text does, names before what refers to them. */
export function inTextOrder<Item extends Pick<DraftSuggestion, 'noun' | 'passage' | 'spanStart'>>(
  suggestions: readonly Item[],
  numbers: readonly string[],
): readonly Item[] {
  const place = new Map(numbers.map((number, index) => [number, index]));
  const placeOf = ({ passage }: Item) => place.get(passage) ?? numbers.length;
  return suggestions.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || (one.spanStart ?? -1) - (other.spanStart ?? -1),
  );
}

/**
 * The names that a record gives, wordings of offices among them, which are as official as names. The title of an event or an
 * agreement is ours to word, and none.
 */
export function namesOf({ noun, record }: Pick<DraftSuggestion, 'noun' | 'record'>): readonly string[] {
  const own = noun === 'OFFICES' ? record.title : record.name;
  const offices = [
    ...recordsIn(record.tenures).flatMap(({ names }) => recordsIn(names).map(({ text }) => text)),
    ...recordsIn(record.participations).map(({ statedOffice }) => statedOffice),
  ];
  return [own, ...recordsIn(record.names).map(({ text }) => text), ...offices].filter(
    (name) => typeof name === 'string',
  );
}

const recordsIn = (list: unknown): readonly DraftRecord[] =>
  Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
