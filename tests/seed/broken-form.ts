import type { Mistake } from '../../src/edition/edition.errors.ts';

/** One edit of a file, where the mistake is then told, and what of the reason a person needs. */
export type Broken = readonly [
  what: string,
  file: string,
  from: string | RegExp,
  to: string,
  place: Partial<Mistake>,
  reason: RegExp,
];

const VISIT = '2021-05-10-tug-works-visit';
const DELIVERY = 'undated-tug-delivery';

/** What is no edition at all, or refers to what is not there. */
export const BROKEN_FORM: readonly Broken[] = [
  ['bad YAML', 'events.yaml', 'kind: VISIT', 'kind: : VISIT', { line: 2 }, /^is no YAML/],
  [
    'a quote left open',
    'events.yaml',
    '"2021-05-10"',
    '2021-05-10"',
    { path: 'start', line: 7 },
    /day of the calendar/,
  ],
  ['a key given twice', 'offices.yaml', '}', ', title: Twice}', { line: 1 }, /^is no YAML.*unique/],
  ['a file that is no list', 'indicators.yaml', /^[\s\S]*$/, 'slug: x', {}, /^must be a list/],
  ['an unknown key', 'offices.yaml', '}', ', colour: red}', { record: 'harbour-master' }, /unknown key colour/],
  ['a key that is missing', 'events.yaml', /\n {2}summary: A.*/, '', { record: VISIT, path: 'summary' }, /^is missing/],
  [
    'a key left empty',
    'events.yaml',
    'title: Visit of Tug Works to Blue Harbour',
    'title:',
    { path: 'title' },
    /^is empty/,
  ],
  ['an empty text', 'places.yaml', 'name: Pier Nine', 'name: " "', { record: 'pier-nine', path: 'name' }, /^is empty/],
  ['a text without quotes', 'passages.yaml', 'number: "3"', 'number: 3', { record: '3', path: 'number' }, /in quotes/],
  ['a number in quotes', 'statistics.yaml', 'value: 30', 'value: "30"', { path: 'value', line: 4 }, /number without/],
  ['a wrong slug', 'organisations.yaml', 'pilot-service', 'Pilots', { record: 'Pilots', path: 'slug' }, /lower-case/],
  ['a slug used twice', 'organisations.yaml', 'pilot-service', 'tug-works', { record: 'tug-works' }, /more than once/],
  ['a wrong enum value', 'events.yaml', 'VISITOR', 'GUEST', { record: VISIT, path: 'participations[1].role' }, /HOST/],
  ['a day that is none', 'events.yaml', '05-10"', '02-30"', { record: VISIT, path: 'start', line: 7 }, /"2019-09-11"/],
  ['a wrong language', 'report.yaml', 'language: en', 'language: in English', { path: 'report.language' }, /BCP 47/],
  ['a wrong country code', 'countries.yaml', '- ', '- {code: UK, name: A}\n- ', { record: 'UK', path: 'code' }, /ISO/],
  ['a wrong address', 'report.yaml', 'language:', 'sourceUrl: x\n  language:', { path: 'report.sourceUrl' }, /https/],
  [
    'an ordinal of 0',
    'events.yaml',
    'basis: RELATIVE',
    'basis: RELATIVE\n  ordinal: 0',
    { path: 'ordinal' },
    /1 or more/,
  ],
  ['a folder of another name', 'report.yaml', '-05\n', '-07\n', { path: 'report.slug' }, /folder/],
  ['two sections alike', 'report.yaml', 'CONCLUSIONS', 'DEVELOPMENTS', { path: 'sections' }, /two sections/],
  ['a list that repeats itself', 'events.yaml', '[tugs, shipping]', '[tugs, tugs]', { path: 'topics[1]' }, /repeats/],
  [
    'a cite of the wrong form',
    'events.yaml',
    '["1", "3"]',
    '["1", 3]',
    { record: DELIVERY, path: 'cites[1]' },
    /quotes/,
  ],
  [
    'an unknown actor',
    'events.yaml',
    'actor: tug-w',
    'actor: tg-w',
    { path: 'participations[1].actor' },
    /tug-works-del/,
  ],
  ['an unknown passage', 'events.yaml', '["1", "3"]', '["1", "4"]', { path: 'cites[1].passage', line: 42 }, /"4"/],
  [
    'an actor that is none',
    'agreements.yaml',
    '[harb',
    '[port-office, harb',
    { path: 'signatories[0]' },
    /actors\.yaml/,
  ],
  ['an unknown parent', 'topics.yaml', 'parent: shipping', 'parent: sea', { record: 'tugs', path: 'parent' }, /"sea"/],
  ['an unknown publisher', 'report.yaml', 'tide-inst', 'tides-inst', { path: 'series.publisher' }, /"tide-institute"/],
  ['an unknown section', 'passages.yaml', 'CONCLUSIONS', 'OTHER', { record: '3', path: 'section' }, /report\.yaml/],
  ['a target of no kind', 'assessments.yaml', '{country: SE}', '{sea: SE}', { path: 'about[2]' }, /unknown key sea/],
  [
    'a target of two kinds',
    'assessments.yaml',
    '{country: SE}',
    '{country: SE, actor: tug-works-delegation}',
    { path: 'about[2]' },
    /exactly one of actor, organisation, country, event/,
  ],
];
