import { builder } from '../../graphql/builder.ts';
import { AgreementFilter } from '../agreement/agreement.graphql.ts';
import { whereAgreement } from '../agreement/agreement.reads.ts';
import { EventFilter } from '../event/event.inputs.graphql.ts';
import { whereEvent } from '../event/event.reads.ts';
import { StatisticFilter } from '../statistic/statistic.graphql.ts';
import { whereStatistic } from '../statistic/statistic.reads.ts';
import { defineStats, type FilterOfKey } from './define-stats.graphql.ts';
import { AGREEMENT_GROUPS, AGREEMENTS, EVENT_GROUPS, EVENTS, STATISTIC_GROUPS, STATISTICS } from './groupings.reads.ts';

/** The field of a filter that takes the values of a grouping, by the grouping; `time` is that which takes days. */
const filterBy =
  (fields: Readonly<Record<string, string>>, time: string): FilterOfKey =>
  (grouping, value, to) => {
    if (grouping === 'TIME') return value === null ? { isDated: false } : { [time]: { from: value, to } };
    return { [fields[grouping] ?? '']: [value] };
  };

export const filterOfEventKey = filterBy(
  {
    KIND: 'kinds',
    MODALITY: 'modalities',
    COUNTRY: 'participantCountries',
    ACTOR: 'actors',
    ORGANISATION: 'organisations',
    PLACE: 'places',
    TOPIC: 'topics',
    REPORT: 'reports',
  },
  'starts',
);

defineStats({
  countable: EVENTS,
  groups: EVENT_GROUPS,
  grouping: builder.enumType('EventGrouping', {
    description: 'What events are counted by. Where an event is in several groups, it counts in each of them.',
    values: {
      KIND: { description: 'The kind; each event has one.' },
      MODALITY: { description: 'Held, planned and so on; each event has one.' },
      COUNTRY: {
        description:
          'Each country that takes part, as in `Event.countries`; the venue does not count. An event in which none does is in no group.',
      },
      ACTOR: { description: 'Each actor that takes part; an event without any is in no group.' },
      ORGANISATION: {
        description:
          'Each organisation that takes part or is stood for by somebody who does; an event without any is in no group.',
      },
      PLACE: { description: 'Each venue named; an event without one is in no group.' },
      TOPIC: {
        description:
          'Each topic that it is about, and every wider one, as filters have it: a topic counts what is tied to its narrower ones. An event without a topic is in no group.',
      },
      REPORT: { description: 'Each report that tells it.' },
      TIME: {
        description:
          'The period in which its first day lies, so that an event that goes on for months counts once; the undated are a group of their own. For what was under way in a period see `timeline`.',
      },
    } as const,
  }),
  filter: EventFilter,
  where: whereEvent,
  range: ({ starts, dates }) => starts ?? dates ?? null,
  filterOf: filterOfEventKey,
  plural: 'events',
  day: 'first day',
  description: 'Events counted in groups, each with a filter that finds it again.',
});

defineStats({
  countable: STATISTICS,
  groups: STATISTIC_GROUPS,
  grouping: builder.enumType('StatisticGrouping', {
    description: 'What figures are counted by; a figure is in one group of each at most.',
    values: {
      INDICATOR: { description: 'The question that it answers.' },
      AREA: { description: 'The country that it describes; a figure that describes none is in no group.' },
      NATURE: { description: 'What standing it has.' },
      UNIT: { description: "The indicator's unit." },
      REPORT: { description: 'The report that publishes it.' },
      ACTOR: { description: 'The actor who gave it; a figure that somebody else gave, or nobody, is in no group.' },
      ORGANISATION: {
        description: 'The organisation that gave it; a figure that somebody else gave, or nobody, is in no group.',
      },
      TIME: {
        description:
          'The period in which the first day that it covers lies; those without a known one are a group of their own.',
      },
    } as const,
  }),
  filter: StatisticFilter,
  where: whereStatistic,
  range: ({ starts, period }) => starts ?? period ?? null,
  filterOf: filterBy(
    {
      INDICATOR: 'indicators',
      AREA: 'areas',
      NATURE: 'natures',
      UNIT: 'units',
      REPORT: 'reports',
      ACTOR: 'actors',
      ORGANISATION: 'organisations',
    },
    'starts',
  ),
  plural: 'statistics',
  day: 'first day covered',
  description: 'Figures counted in groups, each with a filter that finds it again. Their values are not added up.',
});

defineStats({
  countable: AGREEMENTS,
  groups: AGREEMENT_GROUPS,
  grouping: builder.enumType('AgreementGrouping', {
    description: 'What agreements are counted by. Where one is in several groups, it counts in each of them.',
    values: {
      KIND: { description: 'The kind; each agreement has one.' },
      STATUS: { description: 'The status; each agreement has one.' },
      COUNTRY: {
        description: 'Each country that is a party, itself or through a body of its; one without any is in no group.',
      },
      ORGANISATION: { description: 'Each organisation that is a party; one without any is in no group.' },
      REPORT: { description: 'Each report that tells of it.' },
      TIME: {
        description: 'The period in which it was signed; those without a known day are a group of their own.',
      },
    } as const,
  }),
  filter: AgreementFilter,
  where: whereAgreement,
  range: ({ signed }) => signed ?? null,
  filterOf: filterBy(
    { KIND: 'kinds', STATUS: 'statuses', COUNTRY: 'countries', ORGANISATION: 'organisations', REPORT: 'reports' },
    'signed',
  ),
  plural: 'agreements',
  day: 'day of signing',
  description: 'Agreements counted in groups, each with a filter that finds it again.',
});
