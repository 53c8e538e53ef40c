import { badUserInput } from '../../graphql/bad-input.ts';
import { builder } from '../../graphql/builder.ts';
import { getRow, getRows } from '../../graphql/rows.ts';
import { Interval } from '../counting/interval.graphql.ts';
import { EventNode } from '../event/event.graphql.ts';
import { EventFilter } from '../event/event.inputs.graphql.ts';
import { listTimelineEvents } from './timeline.reads.ts';
import {
  type Timeline as Shape,
  type TimelinePeriod as ShapeOfPeriod,
  type Stretch,
  timelineOf,
} from './timeline.rules.ts';

// Above any of these an answer is refused, not cut: a timeline with an end missing would tell of silence.
const MAX_EVENTS = 500;
const MAX_PERIODS = 400;
const MAX_STRETCHES = 5000;

const TimelineStretch = builder.objectRef<Stretch>('TimelineStretch').implement({
  description: 'An event that began before a period and reaches into it, as the interval that it takes of the period.',
  fields: (t) => ({
    event: t.field({
      type: EventNode,
      description: 'Which event; its own dates tell the whole of it.',
      resolve: ({ eventId }, _args, context, info) => getRow(context, info, 'Event', eventId),
    }),
    to: t.expose('to', {
      type: 'LocalDate',
      description:
        "Its last day in the period; the first is the period's. See `Event.datePrecision` for how exact it is.",
    }),
    goesOn: t.exposeBoolean('goesOn', { description: 'Whether it reaches beyond the period, or beyond the range.' }),
  }),
});

const TimelinePeriod = builder.objectRef<ShapeOfPeriod>('TimelinePeriod').implement({
  description: 'What the events of one period of a timeline are.',
  fields: (t) => ({
    from: t.expose('from', { type: 'LocalDate', description: 'Its first day; the first period is cut to the range.' }),
    to: t.expose('to', { type: 'LocalDate', description: 'Its last day; the last period is cut to the range.' }),
    started: t.field({
      type: [EventNode],
      description: 'Events whose first day lies in it, earliest first: each dated event starts in one period only.',
      complexity: { field: 1, multiplier: 10 },
      resolve: ({ startedIds }, _args, context, info) => getRows(context, info, 'Event', startedIds),
    }),
    underWay: t.field({
      type: [TimelineStretch],
      description: 'Events begun before it that reach into it, earliest first.',
      complexity: { field: 1, multiplier: 10 },
      resolve: ({ underWay }) => [...underWay],
    }),
  }),
});

const Timeline = builder.objectRef<Shape>('Timeline').implement({
  description: 'Events in the order of time, with those apart that have no place in it, or only a range of places.',
  fields: (t) => ({
    periods: t.field({
      type: [TimelinePeriod],
      description:
        'Every period of the range, those without events too. What began before the range is under way in the first of them.',
      complexity: { field: 1, multiplier: 50 },
      resolve: ({ periods }) => [...periods],
    }),
    bounded: t.field({
      type: [EventNode],
      description:
        'Undated events of which a bound is known (`notBefore`, `notAfter`) that lets them lie in the range; where in it is not known, so that they are in no period. Earliest bound first.',
      complexity: { field: 1, multiplier: 50 },
      resolve: ({ boundedIds }, _args, context, info) => getRows(context, info, 'Event', boundedIds),
    }),
    undated: t.field({
      type: [EventNode],
      description: 'Events of which no day and no bound is known, by slug. They may lie in the range or anywhere else.',
      complexity: { field: 1, multiplier: 50 },
      resolve: ({ undatedIds }, _args, context, info) => getRows(context, info, 'Event', undatedIds),
    }),
  }),
});

builder.queryField('timeline', (t) =>
  t.field({
    type: Timeline,
    description: `Events in the order of time. At most ${MAX_EVENTS} events, ${MAX_PERIODS} periods and ${MAX_STRETCHES} stretches of long events; a question that has more is BAD_USER_INPUT, never cut.`,
    args: {
      filter: t.arg({
        type: EventFilter,
        description:
          'Which events to tell; leave it out for all. Its `dates` leave the undated out: use `from` and `to`.',
      }),
      from: t.arg({
        type: 'LocalDate',
        description: 'First day of the range; leave it out to begin with the earliest event.',
      }),
      to: t.arg({
        type: 'LocalDate',
        description: 'Last day of the range; leave it out to end with the latest event.',
      }),
      granularity: t.arg({
        type: Interval,
        required: true,
        defaultValue: 'MONTH',
        description: 'How long the periods are.',
      }),
    },
    complexity: { field: 50, multiplier: 1 },
    resolve: async (_root, { filter, from, to, granularity }, { db }) => {
      const range = { from: from ?? null, to: to ?? null };
      const events = await listTimelineEvents(db, filter ?? null, range, MAX_EVENTS + 1);
      if (events.length > MAX_EVENTS) {
        throw badUserInput(`The timeline has more than ${MAX_EVENTS} events. Narrow the filter or the range.`);
      }
      const timeline = timelineOf(events, range, granularity, MAX_PERIODS);
      if (timeline.periods.length > MAX_PERIODS) {
        throw badUserInput(
          `The timeline has more than ${MAX_PERIODS} periods. Narrow the range, or choose a coarser \`granularity\`.`,
        );
      }
      const stretches = timeline.periods.reduce((sum, { underWay }) => sum + underWay.length, 0);
      if (stretches > MAX_STRETCHES) {
        throw badUserInput(
          `Long events make ${stretches} stretches, more than ${MAX_STRETCHES}. Narrow the filter, or choose a coarser \`granularity\`.`,
        );
      }
      return timeline;
    },
  }),
);
