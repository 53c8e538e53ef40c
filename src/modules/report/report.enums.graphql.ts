import { builder } from '../../graphql/builder.ts';

export const SectionKind = builder.enumType('SectionKind', {
  description: 'What a part of a report is for.',
  values: {
    KEY_EVENTS: { description: 'The lead: what its authors hold to be the most important events.' },
    DEVELOPMENTS: { description: 'The chronicle of the period.' },
    CONCLUSIONS: { description: 'What the authors make of it.' },
    OTHER: { description: 'None of these.' },
  } as const,
});

export const PassageKind = builder.enumType('PassageKind', {
  description: 'What a passage is in print.',
  values: {
    PARAGRAPH: { description: 'A paragraph; an inline heading belongs to the one that it opens.' },
    BULLET: { description: 'An item of a list, which belongs to the paragraph before it.' },
  } as const,
});

export const QuotePolicy = builder.enumType('QuotePolicy', {
  description: "Who is shown the published wording of a series' passages.",
  values: {
    NONE: { description: 'Only those who have READ_DRAFTS; `search` does not know it.' },
    FULL: { description: 'Everyone.' },
  } as const,
});
