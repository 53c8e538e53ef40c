import { builder } from '../../graphql/builder.ts';

export const Comparator = builder.enumType('Comparator', {
  description: 'How the wording hedges the number. A hedge covers only the number it stands with.',
  values: {
    EXACT: { description: 'Given plainly: both bounds equal the value.' },
    ABOUT: { description: '"About": no bound is implied.' },
    ALMOST: { description: '"Almost": `upper` is the value.' },
    MORE_THAN: { description: '"More than": `lower` is the value.' },
    AT_LEAST: { description: '"At least", "no fewer than": `lower` is the value.' },
    LESS_THAN: { description: '"Less than": `upper` is the value.' },
    AT_MOST: { description: '"Up to", "no more than": `upper` is the value.' },
    BETWEEN: { description: 'A range: `lower` and `upper` hold it, and `value` is null.' },
  } as const,
});

export const StatisticNature = builder.enumType('StatisticNature', {
  description: 'What standing the figure has.',
  values: {
    REPORTED: { description: 'Published as a count or result.' },
    PLANNED: { description: 'A target or plan.' },
    CLAIMED: { description: 'Asserted by somebody with a stake in it, without a published count.' },
    ESTIMATED: { description: 'An estimate, by its own wording.' },
  } as const,
});
