import { builder } from '../../graphql/builder.ts';
import { DateRangeInput } from '../event/event.inputs.graphql.ts';
import type { SearchFilter as Filter } from './search-filter.reads.ts';

export const SearchType = builder.enumType('SearchType', {
  description: 'What can be found, and by which of its texts; the first named weigh most.',
  values: {
    ACTOR: { value: 'Actor', description: 'By name in any spelling, then by the offices held.' },
    ORGANISATION: { value: 'Organisation', description: 'By name in any wording.' },
    EVENT: { value: 'Event', description: 'By title, names and summary.' },
    AGREEMENT: { value: 'Agreement', description: 'By title, names and summary.' },
    STATISTIC: { value: 'Statistic', description: "By label, then by the indicator's name." },
    INDICATOR: { value: 'Indicator', description: 'By name and definition.' },
    STATEMENT: { value: 'Statement', description: 'By gist.' },
    ASSESSMENT: { value: 'Assessment', description: 'By gist.' },
    TOPIC: { value: 'Topic', description: 'By name and summary.' },
    REPORT: { value: 'Report', description: 'By title.' },
    PASSAGE: { value: 'Passage', description: 'By gist, then by the published text where everyone may read it.' },
  } as const,
});

export const SearchFilter = builder.inputRef<Filter>('SearchFilter').implement({
  description:
    'Fields are joined by AND and the values of a list by OR. A field left out, or null, restricts nothing; an empty list matches nothing. What has nothing to do with a field never matches it.',
  fields: (t) => ({
    reports: t.stringList({
      description:
        'Slugs of reports in which it stands: which cite it; for actors and organisations, which tell an event in which they take part; for topics, whose passages are about it.',
    }),
    countries: t.field({
      type: ['CountryCode'],
      description:
        "Its own country; of events that of a participant or a venue, of agreements that of a party, of figures the area, of statements the speaker's, of assessments what they are about, of passages and reports the countries named.",
    }),
    topics: t.stringList({
      description:
        'Slugs of topics, also by their narrower ones: of events, statements and passages their own; of all else those of its events (of a report, of its passages).',
    }),
    dates: t.field({
      type: DateRangeInput,
      description:
        'Of events their days, of figures and reports the period, of agreements the day signed or an event at which they moved; of all else the days of the events that it belongs to or that it tells.',
    }),
  }),
});
