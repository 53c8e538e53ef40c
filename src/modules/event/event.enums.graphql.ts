import { builder } from '../../graphql/builder.ts';

export const EventKind = builder.enumType('EventKind', {
  description:
    "What sort of happening it is. The source's own word decides, or the list in which it puts the item; where it says neither, the descriptions below do.",
  values: {
    MEETING: {
      description:
        'People met to talk: one occasion, which may itself be a part of a VISIT. A bare meeting gets no visit put around it.',
    },
    VISIT: {
      description:
        'Somebody travelled to be received. Its talks, tours, sessions and signings are events of their own, with it as their `parent`.',
    },
    EXERCISE: {
      description:
        'Troops or services exercised, and the source calls it an exercise. What they practised is told in the summary, not as events.',
    },
    TRAINING: {
      description:
        'Troops or services practised, and the source calls it training. What they practised is told in the summary, not as events.',
    },
    CONFERENCE: { description: 'A gathering convened on a subject, wider than a meeting of two sides.' },
    COMMITTEE_SESSION: {
      description:
        'A session of a standing joint body, such as an intergovernmental committee or commission. See `ordinal`.',
    },
    BOARD_MEETING: { description: "A meeting of a body's own board." },
    STATEMENT: {
      description:
        'Something said or announced that had no other occasion than the saying; also an earlier saying that is recalled.',
    },
    AGREEMENT_STEP: { description: 'An agreement moved: an offer, talks about a deal, a signing.' },
    INSPECTION: { description: 'A body checked another, or its own.' },
    APPOINTMENT: { description: 'Somebody was put, or is to be put, into an office.' },
    DISMISSAL: { description: 'Somebody was removed from an office or a service.' },
    LEGAL_ACT: { description: 'A law, decree or treaty text took or lost effect.' },
    ORDER: {
      description:
        "A decision about one's own people or body: a demand on subordinates, a rule cancelled, a measure taken.",
    },
    DELIVERY: { description: 'Goods or equipment were handed over.' },
    EQUIPMENT_TEST: { description: 'Equipment was tried out.' },
    EXHIBITION: { description: 'Equipment or capabilities were shown.' },
    SEIZURE: { description: 'Goods were seized.' },
    DETENTION: { description: 'People were detained.' },
    BORDER_INCIDENT: { description: 'Something happened at or across a border.' },
    CRIMINAL_CASE: { description: 'Criminal proceedings were opened, pursued or closed.' },
    SANCTION: { description: 'A sanction was imposed, eased or lifted.' },
    ACCIDENT: { description: 'An accident or failure.' },
    REPORTING: {
      description:
        'A body published figures or results. When it published them, not the period that they cover, dates the event.',
    },
    OTHER: {
      description: 'None of the others. Something that did not happen is no event: see the assessment kind NON_EVENT.',
    },
  } as const,
});

export const DatePrecision = builder.enumType('DatePrecision', {
  description: 'How exactly the dates are known, and so how `startDate` and `endDate` are to be read.',
  values: {
    DAY: { description: 'To the day: `startDate` is the first day and `endDate`, where it is known, the last.' },
    MONTH: { description: 'To the month: the dates are its first and last day.' },
    SEASON: {
      description:
        'To the season: the dates are its first and last day (northern meteorological seasons; spring is March to May).',
    },
    YEAR: { description: 'To the year: 1 January and 31 December.' },
    WITHIN: { description: 'Some day or days between the two dates; which is not known.' },
    UNKNOWN: { description: 'Undated: both dates are null. `notBefore` and `notAfter` hold what is known.' },
  } as const,
});

export const DateBasis = builder.enumType('DateBasis', {
  description: 'How the dates are known.',
  values: {
    STATED: { description: "The source gives them; the year may come from the report's period." },
    RELATIVE: {
      description: 'The source ties them to another event ("the same day", "at the same time"), whose dates these are.',
    },
    INFERRED: {
      description: "Worked out: a part's dates from its parent, or the report's period for a deed told as news of it.",
    },
  } as const,
});

export const EventModality = builder.enumType('EventModality', {
  description: 'Whether it took place.',
  values: {
    HELD: { description: 'It took place, as the source has it.' },
    PLANNED: { description: 'Announced, intended or promised for later.' },
    ONGOING: { description: 'Under way when the source was written.' },
    CANCELLED: { description: 'It was announced and then called off.' },
    ALLEGED: { description: 'Somebody says that it took place; the source does not vouch for it.' },
  } as const,
});
