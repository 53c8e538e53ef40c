import type { NewParty } from '../modules/agreement/agreement.rules.ts';
import type { NewTarget, TargetKind } from '../modules/assessment/about.rules.ts';
import type { NewCitation } from '../modules/citation/citation.rules.ts';
import type { NewEventDates } from '../modules/event/event.rules.ts';
import { type NewName, normaliseNames } from '../modules/name/name.rules.ts';
import type { NewParticipant } from '../modules/participation/participation.rules.ts';
import { type Bounds, normaliseBounds } from '../modules/statistic/statistic.rules.ts';
import type { RecordOf } from './format.ts';
import type { NounName } from './nouns.ts';

/** From the key by which the files name a record to the id by which the database does. */
export type IdOf = (noun: NounName, key: string) => string;

const NOUNS_OF: Readonly<Record<TargetKind, NounName>> = {
  event: 'events',
  agreement: 'agreements',
  statistic: 'statistics',
  statement: 'statements',
  actor: 'actors',
  organisation: 'organisations',
  country: 'countries',
};

export function datesOf({ start, end, notBefore, notAfter, precision, basis }: RecordOf<'events'>): NewEventDates {
  return {
    startDate: start ?? null,
    endDate: end ?? null,
    notBefore: notBefore ?? null,
    notAfter: notAfter ?? null,
    datePrecision: precision,
    dateBasis: basis ?? null,
  };
}

export function boundsOf({ comparator, value, lower, upper }: RecordOf<'statistics'>): Bounds {
  return normaliseBounds(comparator, { value: value ?? null, lower: lower ?? null, upper: upper ?? null });
}

type Names = RecordOf<'actors'>['names'];

/** The preferred spelling and the others that the record lists. */
export function namesOf(preferred: string, inSource: boolean | undefined, others: Names): readonly NewName[] {
  return normaliseNames(
    { text: preferred, inSource: inSource ?? true },
    (others ?? []).map(({ text, kind, language, inSource }) => ({
      text,
      kind,
      language: language ?? null,
      inSource: inSource ?? true,
    })),
  );
}

/** A title is ours to word: it counts as a name only beside others, or where it is said whether the source has it. */
export function titleNamesOf(record: RecordOf<'events'> | RecordOf<'agreements'>): readonly NewName[] {
  const { title, nameInSource, names } = record;
  return names || nameInSource !== undefined ? namesOf(title, nameInSource, names) : [];
}

export function citationsOf(cites: RecordOf<'events'>['cites'], idOf: IdOf): readonly NewCitation[] {
  return cites.map(({ passage, quote }) => ({ passageId: idOf('passages', passage), quote: quote ?? null }));
}

type Participation = NonNullable<RecordOf<'events'>['participations']>[number];

export function participantOf(
  { actor, organisation, country }: Pick<Participation, 'actor' | 'organisation' | 'country'>,
  idOf: IdOf,
): NewParticipant {
  return {
    actorId: actor === undefined ? null : idOf('actors', actor),
    organisationId: organisation === undefined ? null : idOf('organisations', organisation),
    countryId: country === undefined ? null : idOf('countries', country),
  };
}

export function partyOf(
  { organisation, country, proposer }: RecordOf<'agreements'>['parties'][number],
  idOf: IdOf,
): NewParty {
  return {
    organisationId: organisation === undefined ? null : idOf('organisations', organisation),
    countryId: country === undefined ? null : idOf('countries', country),
    proposer: proposer ?? false,
  };
}

/** Who said it or gave it; nobody where the record names nobody. */
export function speakerOf(speaker: RecordOf<'statements'>['speaker'], idOf: IdOf): NewParticipant {
  return participantOf(speaker ? { [speaker.kind]: speaker.key } : {}, idOf);
}

export function targetsOf(about: RecordOf<'assessments'>['about'] | undefined, idOf: IdOf): readonly NewTarget[] {
  return (about ?? []).map(({ kind, key }) => ({ kind, id: idOf(NOUNS_OF[kind], key) }));
}
