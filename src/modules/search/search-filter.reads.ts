import { type DateRange, given, oneOf, whereDates } from '../../lib/where.ts';
import { someRecord } from '../identity/cluster.reads.ts';
import { topicWithin } from '../topic/topic.rules.ts';

export interface SearchFilter {
  readonly reports?: readonly string[] | null;
  readonly countries?: readonly string[] | null;
  readonly topics?: readonly string[] | null;
  readonly dates?: DateRange | null;
}

/** What can be found, in the order in which equal scores stand, by the model of its rows. */
export const SEARCHED = [
  'Actor',
  'Organisation',
  'Event',
  'Agreement',
  'Statistic',
  'Indicator',
  'Statement',
  'Assessment',
  'Topic',
  'Report',
  'Passage',
] as const;

export type Searched = (typeof SEARCHED)[number];

/** What each field of the filter means to one type. */
interface Meaning {
  readonly reports: (slugs: readonly string[]) => object;
  readonly countries: (codes: readonly string[]) => object;
  readonly topics: (slugs: readonly string[]) => object;
  readonly dates: (range: DateRange) => object;
}

const some = (condition: object) => ({ some: condition });
const country = (codes: readonly string[]) => ({ country: { code: oneOf(codes) } });
const report = (slugs: readonly string[]) => ({ report: { slug: oneOf(slugs) } });
const citedIn = (slugs: readonly string[]) => ({ citations: some({ passage: report(slugs) }) });
const tiedTo = (slugs: readonly string[]) => ({ topics: some({ topic: topicWithin(slugs) }) });
const takesPlace = (range: DateRange) => whereDates('startDate', 'endDate', range);

/** Somebody is where the events are in which he takes part. */
const takingPart: Omit<Meaning, 'countries'> = {
  reports: (slugs) => someRecord({ participations: some({ event: citedIn(slugs) }) }),
  topics: (slugs) => someRecord({ participations: some({ event: tiedTo(slugs) }) }),
  dates: (range) => someRecord({ participations: some({ event: takesPlace(range) }) }),
};

const MEANINGS: Readonly<Record<Searched, Meaning>> = {
  Actor: { ...takingPart, countries: country },
  Organisation: { ...takingPart, countries: country },
  Event: {
    reports: citedIn,
    countries: (codes) => ({
      OR: [
        {
          participations: some({ OR: [country(codes), { actor: country(codes) }, { organisation: country(codes) }] }),
        },
        { places: some({ place: country(codes) }) },
      ],
    }),
    topics: tiedTo,
    dates: takesPlace,
  },
  Agreement: {
    reports: citedIn,
    countries: (codes) => ({ parties: some({ OR: [country(codes), { organisation: country(codes) }] }) }),
    topics: (slugs) => ({ events: some({ event: tiedTo(slugs) }) }),
    dates: (range) => ({
      OR: [whereDates('signedOn', 'signedOn', range), { events: some({ event: takesPlace(range) }) }],
    }),
  },
  Statistic: {
    reports: report,
    countries: (codes) => ({ area: { code: oneOf(codes) } }),
    topics: (slugs) => ({ event: tiedTo(slugs) }),
    dates: (range) => whereDates('periodStart', 'periodEnd', range),
  },
  Indicator: {
    reports: (slugs) => ({ statistics: some(report(slugs)) }),
    countries: (codes) => ({ statistics: some({ area: { code: oneOf(codes) } }) }),
    topics: (slugs) => ({ statistics: some({ event: tiedTo(slugs) }) }),
    dates: (range) => ({ statistics: some(whereDates('periodStart', 'periodEnd', range)) }),
  },
  Statement: {
    reports: report,
    countries: (codes) => ({
      OR: [
        { speakerCountry: { code: oneOf(codes) } },
        { speakerActor: country(codes) },
        { speakerOrganisation: country(codes) },
      ],
    }),
    topics: tiedTo,
    dates: (range) => ({ event: takesPlace(range) }),
  },
  Assessment: {
    reports: report,
    countries: (codes) => ({ about: some({ targetCountry: { code: oneOf(codes) } }) }),
    topics: (slugs) => ({ about: some({ targetEvent: tiedTo(slugs) }) }),
    dates: (range) => ({ about: some({ targetEvent: takesPlace(range) }) }),
  },
  Topic: {
    reports: (slugs) => ({ passages: some({ passage: report(slugs) }) }),
    countries: (codes) => ({ passages: some({ passage: { countries: some(country(codes)) } }) }),
    topics: topicWithin,
    dates: (range) => ({ events: some({ event: takesPlace(range) }) }),
  },
  Report: {
    reports: (slugs) => ({ slug: oneOf(slugs) }),
    countries: (codes) => ({ passages: some({ countries: some(country(codes)) }) }),
    topics: (slugs) => ({ passages: some(tiedTo(slugs)) }),
    dates: (range) => whereDates('periodStart', 'periodEnd', range),
  },
  Passage: {
    reports: report,
    countries: (codes) => ({ countries: some(country(codes)) }),
    topics: tiedTo,
    dates: (range) => ({ citations: some({ event: takesPlace(range) }) }),
  },
};

/** The filter as a Prisma `where` of one type. */
export function whereSearched(type: Searched, filter: SearchFilter): { AND: object[] } {
  const meaning = MEANINGS[type];
  const conditions = [
    given(filter.reports, meaning.reports),
    given(filter.countries, meaning.countries),
    given(filter.topics, meaning.topics),
    given(filter.dates, meaning.dates),
  ];
  return { AND: conditions.filter((condition) => condition !== null) };
}
