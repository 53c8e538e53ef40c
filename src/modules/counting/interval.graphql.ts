import { builder } from '../../graphql/builder.ts';

export const Interval = builder.enumType('Interval', {
  description: 'How long the periods are that days are counted in. They follow the calendar, not the range asked for.',
  values: {
    DAY: { description: 'A day each.' },
    WEEK: { description: 'Weeks of ISO 8601: Monday to Sunday, numbered in the year of their Thursday.' },
    MONTH: { description: 'Calendar months.' },
    QUARTER: { description: 'Quarters, from January, April, July and October.' },
    YEAR: { description: 'Calendar years.' },
  } as const,
});
