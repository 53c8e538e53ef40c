import type { Model } from '../database/sync-rows.ts';

/** A table whose rows belong to those of another and go with them. */
export interface Part {
  readonly model: Model;
  /** The foreign key that says to whom. */
  readonly owner: string;
  readonly parts?: readonly Part[];
}

export interface Noun {
  /** As the files spell it. */
  readonly noun: string;
  readonly model: Model;
  /** The field by which people know a record. */
  readonly key: string;
  /** Whether a record belongs to one report; otherwise several editions may tell it. */
  readonly inReport?: boolean;
  readonly parts?: readonly Part[];
  /** Fields that the files do not settle. */
  readonly unsettled?: readonly string[];
}

/** Every noun of the files; each refers only to itself and to those before it. */
export const NOUNS = [
  { noun: 'countries', model: 'Country', key: 'code' },
  { noun: 'places', model: 'Place', key: 'slug' },
  { noun: 'topics', model: 'Topic', key: 'slug' },
  {
    noun: 'organisations',
    model: 'Organisation',
    key: 'slug',
    parts: [{ model: 'Name', owner: 'organisationId' }],
  },
  { noun: 'offices', model: 'Office', key: 'slug' },
  // Who may quote is the operator's word.
  { noun: 'series', model: 'Series', key: 'slug', unsettled: ['quotePolicy'] },
  { noun: 'reports', model: 'Report', key: 'slug' },
  { noun: 'sections', model: 'Section', key: 'ordinal', inReport: true },
  {
    noun: 'passages',
    model: 'Passage',
    key: 'number',
    inReport: true,
    parts: [
      { model: 'PassageCountry', owner: 'passageId' },
      { model: 'PassageTopic', owner: 'passageId' },
    ],
    // The wording is the operator's, and the ordinal depends on the other passages.
    unsettled: ['text', 'ordinal'],
  },
  {
    noun: 'actors',
    model: 'Actor',
    key: 'slug',
    parts: [
      { model: 'Name', owner: 'actorId' },
      {
        model: 'Tenure',
        owner: 'actorId',
        parts: [
          { model: 'Name', owner: 'tenureId' },
          { model: 'Citation', owner: 'tenureId' },
        ],
      },
    ],
  },
  {
    noun: 'events',
    model: 'Event',
    key: 'slug',
    parts: [
      { model: 'Name', owner: 'eventId' },
      { model: 'EventPlace', owner: 'eventId' },
      { model: 'EventTopic', owner: 'eventId' },
      { model: 'Citation', owner: 'eventId' },
      { model: 'Participation', owner: 'eventId', parts: [{ model: 'Citation', owner: 'participationId' }] },
    ],
  },
  {
    noun: 'agreements',
    model: 'Agreement',
    key: 'slug',
    parts: [
      { model: 'Name', owner: 'agreementId' },
      { model: 'AgreementParty', owner: 'agreementId' },
      { model: 'AgreementSignatory', owner: 'agreementId' },
      { model: 'AgreementEvent', owner: 'agreementId' },
      { model: 'Citation', owner: 'agreementId' },
    ],
  },
  { noun: 'indicators', model: 'Indicator', key: 'slug' },
  {
    noun: 'statistics',
    model: 'Statistic',
    key: 'slug',
    inReport: true,
    parts: [{ model: 'Citation', owner: 'statisticId' }],
  },
  {
    noun: 'statements',
    model: 'Statement',
    key: 'slug',
    inReport: true,
    parts: [
      { model: 'StatementTopic', owner: 'statementId' },
      { model: 'About', owner: 'statementId' },
      { model: 'Citation', owner: 'statementId' },
    ],
  },
  {
    noun: 'assessments',
    model: 'Assessment',
    key: 'slug',
    inReport: true,
    parts: [
      { model: 'About', owner: 'assessmentId' },
      { model: 'Citation', owner: 'assessmentId' },
    ],
  },
] as const satisfies readonly Noun[];

export type NounName = (typeof NOUNS)[number]['noun'];

export type ByNoun<Value> = Readonly<Record<NounName, Value>>;

export const byNoun = <Value>(create: (noun: NounName) => Value): ByNoun<Value> =>
  Object.fromEntries(NOUNS.map(({ noun }) => [noun, create(noun)])) as ByNoun<Value>;
