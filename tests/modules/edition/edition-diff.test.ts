import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAllEditions } from '../../../seed/load.ts';
import { parseDay } from '../../../src/lib/day.ts';
import {
  officeChanges,
  revisions,
  type ToldFigure,
  type ToldTenure,
} from '../../../src/modules/edition/edition-diff.rules.ts';
import { copyEditions, type EditionCopy, JUNE, MAY } from '../../seed/edition-copy.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';

/** What the June edition is given beside what it has: all of it as invented as the rest. */
const ADDED = {
  'passages.yaml': `
- number: "1"
  section: DEVELOPMENTS
  gist: Ola Nord has taken over as harbour master; his predecessor, now head of pilots, awaits the tugs.
- number: "2"
  section: DEVELOPMENTS
  gist: The first instalment for the tugs was paid, 44 ships had called in May, and quays are being cleaned.
  topics: [clean-quays]
`,
  'actors.yaml': `
- slug: harbour-master-of-port-office
  name: harbour master of the Port Office
  kind: UNNAMED_OFFICE_HOLDER
  country: NO
  tenures:
    - {office: head-of-pilots, cites: ["1"]}
- {slug: ola-nord, name: Ola Nord, kind: PERSON, country: NO, tenures: [{office: harbour-master, from: "2021-06-01", cites: ["1"]}]}
`,
  'organisations.yaml': `
- {slug: tide-institute, name: Tide Institute, nameInSource: false, kind: OTHER}
- {slug: port-office, name: Port Office, kind: GOVERNMENT, country: NO}
- {slug: tug-works, name: Tug Works, kind: COMPANY, country: SE}
`,
  'topics.yaml': `
- {slug: clean-quays, name: Clean Quays, kind: PROGRAMME, summary: The port's own plan for cleaner quays., validFrom: "2020-01-01", validTo: "2025-12-31"}
`,
  'indicators.yaml': `
- {slug: port-calls, name: Port calls, definition: How many ships called at Blue Harbour?, unit: "{ship}"}
`,
  'statistics.yaml': `
- {slug: 2021-06-port-calls-in-may, indicator: port-calls, label: Ships that called in May, value: 44, comparator: EXACT, nature: REPORTED, periodStart: "2021-05-01", periodEnd: "2021-05-31", area: "NO", cites: ["2"]}
- {slug: 2021-06-port-calls-in-april, indicator: port-calls, label: Ships that called in April, value: 30, comparator: EXACT, nature: REPORTED, periodStart: "2021-04-01", periodEnd: "2021-04-30", area: "NO", cites: ["2"]}
`,
  'agreements.yaml': `
- slug: tug-contract
  title: Contract for tugs
  kind: CONTRACT
  status: SIGNED
  parties:
    - {organisation: port-office, proposer: true}
    - {organisation: tug-works}
  signedOn: "2021-05-11"
  events: [2021-06-15-first-instalment]
  summary: Tug Works builds tugs for the Port Office.
  cites: ["2"]
- slug: quay-plan
  title: Plan for clean quays
  kind: PLAN
  status: PLANNED
  parties: [{organisation: port-office}, {country: SE}]
  summary: Quays are to be cleaned together.
  cites: ["2"]
`,
};

const INSTALMENT = `
- slug: 2021-06-15-first-instalment
  kind: AGREEMENT_STEP
  title: First instalment for the tugs
  summary: The Port Office paid the first instalment.
  start: "2021-06-15"
  end: "2021-06-15"
  basis: STATED
  precision: DAY
  modality: HELD
  cites: ["2"]
`;

const page = readFileSync(new URL('../../../docs/queries/edition-diff.md', import.meta.url), 'utf8');
const WORKED = /```gql\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

const SLUGS = `query Diff($from: String, $to: String!) { editionDiff(from: $from, to: $to) {
  newActors { slug } goneActors { slug } newAgreements { slug } newTopics { slug } silentTopics { slug }
  officeChanges { office { slug } before { actor { slug } } after { actor { slug } } }
  revisedFigures { before { slug } after { slug } }
  movedAgreements { agreement { slug } events { slug } }
} }`;

const slugs = (...list: string[]) => list.map((slug) => ({ slug }));

describe('editionDiff', () => {
  let app: TestApp;
  let copy: EditionCopy;
  beforeAll(async () => {
    [app, copy] = await Promise.all([createTestApp(), copyEditions()]);
    for (const [file, content] of Object.entries(ADDED)) await copy.write(file, content, JUNE);
    await copy.edit('events.yaml', /$/, INSTALMENT, JUNE);
    await loadAllEditions(app.client, copy.root);
  });
  afterAll(() => Promise.all([app.close(), copy.remove()]));

  it('tells what the later edition has and the earlier has not, and the other way round', async () => {
    const { data, errors } = await app.ask(SLUGS, { from: MAY, to: JUNE });
    expect(errors).toBeUndefined();
    expect(data.editionDiff).toEqual({
      newActors: slugs('ola-nord'),
      goneActors: slugs('tug-works-delegation'),
      newAgreements: slugs('quay-plan'),
      newTopics: slugs('clean-quays'),
      silentTopics: slugs('shipping', 'tugs'),
      officeChanges: [
        {
          office: { slug: 'harbour-master' },
          before: [{ actor: { slug: 'harbour-master-of-port-office' } }],
          after: [{ actor: { slug: 'ola-nord' } }],
        },
      ],
      revisedFigures: [{ before: { slug: '2021-05-port-calls' }, after: { slug: '2021-06-port-calls-in-may' } }],
      movedAgreements: [{ agreement: { slug: 'tug-contract' }, events: slugs('2021-06-15-first-instalment') }],
    });
  });

  it('goes without a slug by the edition before it, and finds all of the first one new', async () => {
    const named = await app.ask(SLUGS, { from: MAY, to: JUNE });
    expect((await app.ask(SLUGS, { to: JUNE })).data).toEqual(named.data);
    const FIRST =
      'query First($to: String!) { editionDiff(to: $to) { from { slug } goneActors { slug } newActors { slug } officeChanges { office { slug } } } }';
    const { data } = await app.ask<{ editionDiff: { newActors: unknown[] } }>(FIRST, { to: MAY });
    expect(data.editionDiff).toMatchObject({ from: null, goneActors: [], officeChanges: [] });
    expect(data.editionDiff.newActors).toEqual(slugs('harbour-master-of-port-office', 'tug-works-delegation'));
  });

  it('finds nothing between an edition and itself', async () => {
    const { data } = await app.ask<{ editionDiff: Record<string, unknown[]> }>(SLUGS, { from: MAY, to: MAY });
    expect(Object.values(data.editionDiff)).toEqual(Array.from({ length: 8 }, () => []));
  });

  it('is null where one of them is no report', async () => {
    expect((await app.ask(SLUGS, { from: MAY, to: 'nothing' })).data).toEqual({ editionDiff: null });
    expect((await app.ask(SLUGS, { from: 'nothing', to: MAY })).data).toEqual({ editionDiff: null });
  });

  it('answers the worked query of its page, down to the passages', async () => {
    const { data, errors } = await app.ask<{ editionDiff: Record<string, unknown[]> }>(WORKED);
    expect(errors).toBeUndefined();
    expect(Object.entries(data.editionDiff).filter(([, value]) => value.length === 0)).toEqual([]);
    expect(data.editionDiff.officeChanges?.[0]).toMatchObject({
      after: [{ citations: [{ passage: { gist: expect.stringMatching(/^Ola Nord/) } }] }],
    });
  });
});

const day = (text: string) => parseDay(text) as Date;
const may = { periodStart: day('2021-05-01'), periodEnd: day('2021-05-31') };
const june = { periodStart: day('2021-06-01'), periodEnd: day('2021-06-30') };
const tenure = (id: string, actorId: string, more: Partial<ToldTenure> = {}): ToldTenure => ({
  id,
  officeId: 'office',
  actorId,
  from: null,
  to: null,
  ...more,
});

describe('an office', () => {
  it.each([
    ['has one holder in both', [tenure('1', 'a')], [tenure('2', 'a')]],
    ['is told by one of them alone', [], [tenure('2', 'a')]],
    ['loses one of two holders', [tenure('1', 'a'), tenure('2', 'b')], [tenure('2', 'b')]],
    ['had a predecessor', [tenure('1', 'a')], [tenure('1', 'a'), tenure('2', 'z', { to: day('2021-05-20') })]],
    ['is to have a successor', [tenure('1', 'a')], [tenure('1', 'a'), tenure('2', 'b', { from: day('2021-07-01') })]],
  ])('has not changed hands where it %s', (_what, before, after) => {
    expect(officeChanges(before, may, after, june)).toEqual([]);
  });

  it('has changed hands where the later edition names somebody else, the predecessor of the month among them', () => {
    const after = [tenure('1', 'a', { to: day('2021-06-10') }), tenure('2', 'b', { from: day('2021-06-11') })];
    expect(officeChanges([tenure('1', 'a')], may, after, june)).toEqual([
      { officeId: 'office', beforeIds: ['1'], afterIds: ['1', '2'] },
    ]);
  });
});

describe('a figure', () => {
  const figure = (id: string, value: number | null, more: Partial<ToldFigure> = {}): ToldFigure => ({
    id,
    indicatorId: 'indicator',
    areaId: null,
    partOf: null,
    nature: 'REPORTED',
    ...may,
    value,
    lower: value,
    upper: value,
    comparator: 'EXACT',
    ...more,
  });

  it.each([
    ['the same number', {}, 40],
    ['another area', { areaId: 'country' }, 44],
    ['another whole', { partOf: { indicatorId: 'other' } }, 44],
    ['another standing', { nature: 'PLANNED' }, 44],
    ['another period', { periodEnd: day('2021-05-30') }, 44],
    ['no known period', { periodStart: null }, 44],
  ])('is not revised by one with %s', (_what, more, value) => {
    expect(revisions([figure('1', 40), figure('2', 40, { periodStart: null })], [figure('3', value, more)])).toEqual(
      [],
    );
  });

  it('is revised by another number, or by another hedge of it', () => {
    expect(revisions([figure('1', 40)], [figure('2', 44)])).toEqual([{ beforeId: '1', afterId: '2' }]);
    expect(revisions([figure('1', 40)], [figure('2', 40, { comparator: 'ABOUT' })])).toHaveLength(1);
  });

  it('that stands beside a revised one is not revised', () => {
    const [before, after] = [
      [figure('1', 40), figure('2', 50)],
      [figure('3', 40), figure('4', 55)],
    ];
    expect(revisions(before, after)).toEqual([{ beforeId: '2', afterId: '4' }]);
  });
});
