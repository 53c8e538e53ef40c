import { builder } from '../../graphql/builder.ts';

export const AgreementKind = builder.enumType('AgreementKind', {
  description: "What sort of understanding it is; the source's own word decides.",
  values: {
    TREATY: { description: 'A treaty between states.' },
    CONTRACT: { description: 'A commercial contract or supply deal.' },
    PLAN: { description: 'A plan of joint work.' },
    MEMORANDUM: { description: 'A memorandum.' },
    DECLARATION: { description: 'A declaration.' },
    PROGRAMME: { description: "A programme of two or more sides. One side's own programme is a Topic." },
    OTHER: { description: 'None of these, or the source does not say.' },
  } as const,
});

export const AgreementStatus = builder.enumType('AgreementStatus', {
  description: 'How far it has come, as the latest source holds it.',
  values: {
    PROPOSED: { description: 'One side put it forward.' },
    UNDER_NEGOTIATION: { description: 'Talks about it are told.' },
    PLANNED: { description: 'Both sides are said to intend it.' },
    SIGNED: { description: 'Concluded, in the period or earlier; also one that is only reviewed now.' },
    IN_FORCE: { description: 'The source says that it is in force.' },
    EXPIRED: { description: 'The source says that it has run out.' },
    TERMINATED: { description: 'The source says that a side ended it.' },
    ABANDONED: { description: 'Offered or agreed, and said not to have been carried out.' },
  } as const,
});
