import { foldText } from '../../lib/fold.ts';
import type { ExtractedSuggestion } from '../extractor.ts';
import { matchPairs } from '../matching.ts';
import { type Measure, measure, type Pairs, sharesPassage } from './measure.ts';
import type { NameMatch } from './names.ts';
import type { Participation, Party, ReviewedAgreement, ReviewedEvent } from './reviewed.ts';

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

const participationsOf = ({ record }: ExtractedSuggestion) => (record.participations ?? []) as readonly Participation[];

/** The same kind, overlapping days (or undated, both), a shared passage, and a shared participant if there is one to share. */
export function isSameEvent(one: ReviewedEvent, suggestion: ExtractedSuggestion, names: NameMatch): boolean {
  const { record } = suggestion;
  if (one.kind !== record.kind || !overlap(one, record) || !sharesPassage(one.cites, record)) return false;
  const parties = (one.participations ?? []).map((party) => names.reviewedParty(party));
  if (parties.length === 0) return true;
  return participationsOf(suggestion).some((party) => parties.includes(names.suggestedParty(party)));
}

/** Undated is not every day, but no day: it overlaps with nothing that is dated. */
function overlap({ start, end, precision }: ReviewedEvent, record: ExtractedSuggestion['record']): boolean {
  if (precision === 'UNKNOWN' || record.precision === 'UNKNOWN') return precision === record.precision;
  const from = textOf(record.start) ?? '';
  const to = textOf(record.end) ?? from;
  return (start ?? '') <= to && from <= (end ?? start ?? '');
}

/** Dates that the text prints: the same days of an event that cites the same passage. */
export function measureDates(reviewed: readonly ReviewedEvent[], events: readonly ExtractedSuggestion[]): Measure {
  const stated = reviewed.filter(({ basis }) => basis === 'STATED');
  const same = (one: ReviewedEvent, { record }: ExtractedSuggestion) =>
    one.start === textOf(record.start) &&
    one.end === textOf(record.end) &&
    one.precision === record.precision &&
    sharesPassage(one.cites, record);
  const suggested = events.filter(({ record }) => record.basis === 'STATED');
  const found = stated.filter((one) => suggested.some((other) => same(one, other))).length;
  const right = suggested.filter((other) => stated.some((one) => same(one, other))).length;
  return measure('explicit dates', stated.length, suggested.length, found, right);
}

/** Who took part in what role, in the events that were found; and of those, the office that the text gives them. */
export function measureParticipants(
  reviewed: readonly ReviewedEvent[],
  suggested: readonly ExtractedSuggestion[],
  events: Pairs<ReviewedEvent>,
  names: NameMatch,
): readonly Measure[] {
  const ones = reviewed.flatMap((event) =>
    (event.participations ?? []).map(({ role, statedOffice, ...party }) => ({
      event,
      key: names.reviewedParty(party),
      role,
      office: statedOffice,
    })),
  );
  const others = suggested.flatMap((event) =>
    participationsOf(event).map(({ role, statedOffice, ...party }) => ({
      event,
      key: names.suggestedParty(party),
      role,
      office: statedOffice,
    })),
  );
  const partners = new Map(events);
  const pairs = matchPairs(
    ones,
    others,
    (one, other) => partners.get(one.event) === other.event && one.key === other.key && one.role === other.role,
  );
  const participants = measure('participants', ones.length, others.length, pairs.length);
  if (ones.every(({ office }) => office === undefined)) return [participants];
  const told = pairs.filter(([{ office }]) => office !== undefined);
  const given = pairs.filter(([, { office }]) => office !== undefined);
  const right = told.filter(([one, other]) => wordsOf(one.office) === wordsOf(other.office));
  return [participants, measure('offices', told.length, given.length, right.length)];
}

/** An article and small letters make no other office. */
const wordsOf = (office = '') => foldText(office).replaceAll(/\bthe /g, '');

export function isSameAgreement(one: ReviewedAgreement, { record }: ExtractedSuggestion, names: NameMatch): boolean {
  if (one.kind !== record.kind || one.status !== record.status || !sharesPassage(one.cites, record)) return false;
  const parties = one.parties.map((party) => names.reviewedParty(party));
  if (parties.length === 0) return true;
  return ((record.parties ?? []) as readonly Party[]).some((party) => parties.includes(names.suggestedParty(party)));
}
