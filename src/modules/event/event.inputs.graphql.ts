import { builder } from '../../graphql/builder.ts';
import { OrderDirection, sortBy } from '../../graphql/list.ts';
import type { Sort } from '../../graphql/sort.ts';
import type { DateRange } from '../../lib/where.ts';
import { DatePrecision, EventKind, EventModality } from './event.enums.graphql.ts';
import type { EventFilter as Filter } from './event.reads.ts';

const DateMatch = builder.enumType('DateMatch', {
  description: 'How the days of a row must lie to the days asked for.',
  values: {
    OVERLAPS: { description: 'They share at least one day.' },
    WITHIN: { description: 'The whole row lies inside the range.' },
  } as const,
});

export const DateRangeInput = builder.inputRef<DateRange>('DateRangeInput').implement({
  description:
    'Days from and to, both included; a bound left out is open, and without both the range restricts nothing. What has no date never matches; what has no end counts as its first day alone. A range that runs backwards is BAD_USER_INPUT.',
  fields: (t) => ({
    from: t.field({ type: 'LocalDate', description: 'The first day.' }),
    to: t.field({ type: 'LocalDate', description: 'The last day.' }),
    match: t.field({ type: DateMatch, defaultValue: 'OVERLAPS', description: 'Whether touching the range is enough.' }),
  }),
});

export const EventFilter = builder.inputRef<Filter>('EventFilter');

EventFilter.implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing; so does a slug or code that nobody bears, without an error.',
  fields: (t) => ({
    kinds: t.field({ type: [EventKind], description: 'Of one of these kinds.' }),
    dates: t.field({ type: DateRangeInput, description: 'On these days. Undated events never match.' }),
    starts: t.field({
      type: DateRangeInput,
      description:
        'The first day lies on these days, however long the event goes on: each dated event starts in one period only, which is how statistics count it.',
    }),
    isDated: t.boolean({ description: 'Whether the first day is known.' }),
    precisions: t.field({ type: [DatePrecision], description: 'Dated this exactly; UNKNOWN finds the undated.' }),
    countries: t.field({
      type: ['CountryCode'],
      description:
        'One of these countries takes part (itself, through a person or through a body of its), or has the venue.',
    }),
    participantCountries: t.field({
      type: ['CountryCode'],
      description:
        'One of these countries takes part, itself, through a person or through a body of its, as in `Event.countries`; the venue does not count.',
    }),
    places: t.stringList({ description: 'Slugs of places, one of which is a venue.' }),
    actors: t.stringList({ description: 'Slugs of actors, one of whom takes part.' }),
    organisations: t.stringList({
      description: 'Slugs of organisations, one of which takes part or is stood for by somebody who does.',
    }),
    topics: t.stringList({ description: 'Slugs of topics; a topic also finds what is tied to its narrower ones.' }),
    reports: t.stringList({ description: 'Slugs of reports, one of which tells the event.' }),
    isKeyEvent: t.boolean({ description: 'Told, or not told, in a lead section.' }),
    modalities: t.field({ type: [EventModality], description: 'Held, planned and so on.' }),
    hasAgreement: t.boolean({ description: 'Whether an agreement moved at it.' }),
    isPart: t.boolean({ description: 'Whether it is part of another event, such as a meeting within a visit.' }),
    text: t.string({
      description:
        'Contained in the title, the summary or a name, whatever the case, accents and script of letters; a name also in another romanisation. `%` and `_` stand for themselves. `search` ranks by relevance.',
    }),
    and: t.field({ type: [EventFilter], description: 'All of these; an empty list matches nothing.' }),
    or: t.field({ type: [EventFilter], description: 'At least one of these.' }),
    not: t.field({
      type: EventFilter,
      description: 'The complement: all that this filter does not match, undated events included.',
    }),
  }),
});

const EventOrderField = builder.enumType('EventOrderField', {
  description: 'What events are ordered by.',
  values: {
    START_DATE: { description: 'The first day; undated events last.' },
    TITLE: { description: 'The title, by the Unicode root collation.' },
  } as const,
});

interface Order {
  field: 'START_DATE' | 'TITLE';
  direction: 'ASC' | 'DESC';
}

export const EventOrder = builder.inputRef<Order>('EventOrder').implement({
  description: 'The order of a list of events; ties go by slug.',
  fields: (t) => ({
    field: t.field({
      type: EventOrderField,
      required: true,
      defaultValue: 'START_DATE',
      description: 'What to order by.',
    }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: 'Which way.' }),
  }),
});

export function sortEvents(order: Order | null): Sort {
  const { field, direction } = order ?? { field: 'START_DATE', direction: 'ASC' };
  return field === 'TITLE'
    ? sortBy('title', { field: 'title', type: 'text' }, direction)
    : sortBy('date', { field: 'startDate', type: 'day', nullable: true }, direction);
}
