import { builder } from '../../graphql/builder.ts';
import { CitationInput, NameInput, ParticipantInput } from '../correction/correction.inputs.graphql.ts';
import { defineCorrections } from '../correction/define-corrections.graphql.ts';
import { ParticipationRole } from '../participation/participation.graphql.ts';
import { DateBasis, DatePrecision, EventKind, EventModality } from './event.enums.graphql.ts';
import { EventNode } from './event.graphql.ts';

const ParticipationInput = builder.inputType('ParticipationInput', {
  description: "Somebody's part in an event.",
  fields: (t) => ({
    participant: t.field({ type: ParticipantInput, required: true, description: 'Who took part.' }),
    role: t.field({ type: ParticipationRole, required: true, description: 'What part was taken; each once.' }),
    statedOffice: t.string({ description: 'The office as the passage words it.' }),
    onBehalfOf: t.string({ description: 'Slug of the organisation that the person stood for.' }),
    citations: t.field({
      type: [CitationInput],
      description: 'The passages that tell of this part; when left out, those of the event, without their quotes.',
    }),
  }),
});

defineCorrections({
  noun: 'events',
  model: 'Event',
  node: EventNode,
  called: 'an event',
  cited: true,
  fields: (t, must) => ({
    kind: t.field({ type: EventKind, required: must, description: 'What sort of happening it is.' }),
    title: t.string({ required: must, description: "One line in our own words, or the event's own name." }),
    nameInSource: t.boolean({
      description:
        'Whether the title is a name that the source gives it; said so, it counts as one, and otherwise only beside `names`.',
    }),
    names: t.field({
      type: [NameInput],
      description:
        'Other names of it. With this list, be it empty, the title counts as its preferred name. To take all names away, clear `nameInSource` too.',
    }),
    ordinal: t.int({ description: 'Its number in a series, from 1: 16 for "the 16th meeting".' }),
    summary: t.string({ required: must, description: 'What happened, in our own words.' }),
    startDate: t.field({ type: 'LocalDate', description: 'The first day.' }),
    endDate: t.field({ type: 'LocalDate', description: 'The last day.' }),
    notBefore: t.field({ type: 'LocalDate', description: 'The earliest day that an undated event can have.' }),
    notAfter: t.field({ type: 'LocalDate', description: 'The latest day that an undated event can have.' }),
    dateBasis: t.field({ type: DateBasis, description: 'How the dates are known; given with dates alone.' }),
    datePrecision: t.field({
      type: DatePrecision,
      required: must,
      description: 'How exactly the dates are known; UNKNOWN without dates.',
    }),
    modality: t.field({ type: EventModality, required: must, description: 'Whether it took place.' }),
    place: t.string({ description: 'Slug of the venue that covers all of it.' }),
    places: t.stringList({
      description: 'Slugs of every venue, `place` among them; left out where that is the only one.',
    }),
    parent: t.string({ description: 'Slug of the event that it was part of, within whose days it lies.' }),
    topics: t.stringList({ description: 'Slugs of what it was about.' }),
    participations: t.field({
      type: [ParticipationInput],
      description: 'Everybody who took part, in the order of the source.',
    }),
    citations: t.field({
      type: [CitationInput],
      required: must,
      description: 'The passages that tell it; at least one.',
    }),
  }),
});
