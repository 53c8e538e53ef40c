/** One question as a client puts it, with the time that it may take in the middle of many, where one was promised. */
export interface Case {
  readonly name: string;
  readonly query: string;
  /** How it may read: by indexes alone, or whole tables, but no row of them twice. tests/bench/plans.test.ts holds it to that. */
  readonly reads: 'index' | 'once';
  /** How many statements may go through one table, each once, where one cannot tell: 1 when left out. */
  readonly passes?: number;
  readonly targetMs?: number;
}

/** Actor 0 takes part in more events than anybody else in a generated graph; who they met is joined and counted each time. */
export const cases: readonly Case[] = [
  {
    name: 'events: a filtered page with its passages',
    reads: 'index',
    query: `{ events(filter: { kinds: [MEETING], topics: ["topic-7"], dates: { from: "2014-01-01", to: "2015-12-31" } }) {
      nodes { title edtf participations { role participant { ... on Actor { name } } } citations { passage { number gist } } }
    } }`,
  },
  {
    name: 'events: count under a filter',
    reads: 'once',
    query: '{ events(filter: { kinds: [MEETING], countries: ["BE"] }, first: 0) { totalCount } }',
  },
  {
    name: 'actor: the busiest, with meetings and agreements',
    reads: 'index',
    query: `{ actor(slug: "actor-0") { name tenures { title } meetings { nodes { title participations { participant { ... on Actor { name } } office { title } } } }
      agreements { nodes { title status } } statements { nodes { gist } } } }`,
  },
  {
    name: 'counterparts of the busiest actor',
    reads: 'index',
    query:
      '{ actor(slug: "actor-0") { counterparts { nodes { meetingCount firstOn lastOn participant { ... on Actor { name } } } } } }',
    targetMs: 100,
  },
  {
    name: 'counterparts of the busiest body, with offices',
    reads: 'index',
    query:
      '{ organisation(slug: "body-0") { counterparts(first: 10) { nodes { meetingCount participant { ... on Organisation { name } } offices { title } } } } }',
  },
  {
    name: 'paths between two rare actors',
    reads: 'index',
    query:
      '{ pathsBetween(from: { actor: "actor-9001" }, to: { actor: "actor-7003" }) { length steps { to { ... on Actor { slug } } } } }',
    targetMs: 300,
  },
  {
    name: 'paths between the two busiest',
    reads: 'index',
    query:
      '{ pathsBetween(from: { actor: "actor-0" }, to: { actor: "actor-1" }) { length steps { events(first: 3) { nodes { title } } } } }',
    targetMs: 300,
  },
  {
    name: 'paths between two states',
    reads: 'index',
    query:
      '{ pathsBetween(from: { country: "BE" }, to: { country: "GB" }) { length steps { events(first: 3) { nodes { title } } } } }',
    targetMs: 300,
  },
  {
    name: 'paths between a state and a rare actor',
    reads: 'index',
    query:
      '{ pathsBetween(from: { country: "BE" }, to: { actor: "actor-7003" }) { length steps { to { ... on Actor { slug } } } } }',
    targetMs: 300,
  },
  {
    name: 'network of one year',
    reads: 'once',
    query:
      '{ network(limit: 100, filter: { dates: { from: "2015-01-01", to: "2015-12-31" } }) { nodes { id label } edges { source target weight } } }',
  },
  {
    name: 'network of bodies',
    reads: 'once',
    query: '{ network(of: ORGANISATIONS, minWeight: 2) { nodes { label meetingCount } edges { weight } isCut } }',
  },
  {
    name: 'network of states',
    reads: 'once',
    query: '{ network(of: COUNTRIES) { nodes { label meetingCount } edges { weight } } }',
  },
  {
    name: 'search: a common word, with highlights',
    reads: 'index',
    query: '{ search(text: "harbour convoy") { edges { score highlights { field fragment } node { __typename } } } }',
    targetMs: 100,
  },
  {
    name: 'search: a name with a letter wrong',
    reads: 'index',
    query: '{ search(text: "Balbercorr", types: [ACTOR]) { edges { score node { ... on Actor { name } } } } }',
    targetMs: 100,
  },
  {
    name: 'suggest: three letters',
    reads: 'index',
    query: '{ suggest(prefix: "zor") { text } }',
    targetMs: 100,
  },
  {
    name: 'count: events by kind and year',
    reads: 'once',
    query: '{ eventStats(groupBy: [KIND, TIME], interval: YEAR) { totalCount buckets { events mentions actors } } }',
  },
  {
    name: 'count: figures by indicator and standing',
    reads: 'once',
    query: '{ statisticStats(groupBy: [INDICATOR, NATURE]) { totalCount buckets { statistics mentions } } }',
  },
  {
    name: 'count: agreements by country and status',
    reads: 'once',
    query: '{ agreementStats(groupBy: [COUNTRY, STATUS]) { totalCount buckets { agreements mentions } } }',
  },
  {
    name: 'counterparts of a country, with offices',
    reads: 'index',
    query:
      '{ country(code: "BE") { counterparts(first: 10) { nodes { meetingCount participant { ... on Country { name } } offices { title } } } } }',
  },
  {
    name: 'events: what was under way on a day',
    reads: 'index',
    query: '{ events(filter: { dates: { from: "2015-03-03", to: "2015-03-03" } }) { nodes { title edtf } } }',
  },
  {
    name: 'timeline of the exercises of a month',
    reads: 'index',
    query: `{ timeline(from: "2015-03-01", to: "2015-03-31", granularity: WEEK, filter: { kinds: [EXERCISE], topics: ["topic-7"] }) {
      periods { from started { title } underWay { to event { title } } } bounded { title } undated { title }
    } }`,
  },
  {
    name: 'coverage of a year, by kind and country',
    reads: 'once',
    query: `{ coverage(by: [KIND, COUNTRY], filter: { kinds: [MEETING, EXERCISE], starts: { from: "2015-01-01", to: "2015-12-31" } }) {
      totalCount months { status events cells { status events } }
    } }`,
  },
  {
    name: 'edition compared with the one before',
    reads: 'index',
    query: `{ editionDiff(to: "report-11") { newActors { name } officeChanges { office { title } } revisedFigures { before { value } }
      movedAgreements { agreement { title } } silentTopics { name } } }`,
  },
  {
    name: 'conflicts of an indicator, explained',
    reads: 'index',
    query: `{ indicator(slug: "indicator-0") { conflicts { pairs(first: 5) { totalCount nodes { verdict explanation } } }
      series { periodStart isGap statistics { value } } apparentConflicts(first: 5) { totalCount nodes { verdict explanation } } } }`,
  },
  {
    name: 'consistency: how many offices are stated',
    reads: 'once',
    query: '{ consistency { statedOfficeCount } }',
  },
  {
    name: 'consistency: stated offices that contradict the tenures',
    reads: 'once',
    // Which wordings are recorded and which are stated comes first: what they may mean is told by a rule that SQL does not have.
    passes: 3,
    query: '{ consistency { officeContradictions { totalCount } } }',
  },
  {
    name: 'consistency: offices that two hold',
    reads: 'once',
    query: '{ consistency { officeOverlaps { totalCount } } }',
  },
  {
    name: 'checks of stated sums',
    reads: 'once',
    query: '{ statisticChecks(first: 5) { totalCount nodes { kind verdict explanation } } }',
  },
  {
    name: 'checks of the figures of an indicator, with the figures',
    reads: 'once',
    query: `{ statisticChecks(first: 5, filter: { indicators: ["indicator-1"] }) {
      totalCount nodes { verdict statistic { value } against { value } }
    } }`,
  },
  {
    name: 'search under a filter',
    reads: 'index',
    query:
      '{ search(text: "harbour convoy", types: [EVENT], filter: { countries: ["BE"], dates: { from: "2015-01-01" } }) { totalCount edges { score } } }',
  },
];
