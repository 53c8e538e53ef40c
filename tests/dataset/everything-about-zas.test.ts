import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EverythingAboutQuery } from '../generated/graphql.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';
import { Everything } from './zas.documents.ts';

/** The document's selections that have to be fetched, relations, link tables and union members, and the table that each reads. */
const RELATIONS = {
  actor: 'actor',
  country: 'country',
  names: 'name',
  tenures: 'tenure',
  'tenures.office': 'office',
  'tenures.organisation': 'organisation',
  'tenures.citations': 'citation',
  'tenures.passage': 'passage',
  meetings: 'event',
  'meetings.count': 'event',
  'meetings.place': 'place',
  'meetings.participations': 'participation',
  'participant.Actor': 'actor',
  'participant.Organisation': 'organisation',
  'participant.Country': 'country',
  // By the participation, which of its actor's tenures was meant.
  office: 'participation',
  'office.tenure': 'tenure',
  'office.office': 'office',
  'office.organisation': 'organisation',
  'meetings.agreement_event': 'agreement_event',
  'meetings.agreements': 'agreement',
  'meetings.citations': 'citation',
  'meetings.passage': 'passage',
  agreements: 'agreement',
  'agreements.parties': 'agreement_party',
  'party.Organisation': 'organisation',
  'party.Country': 'country',
  agreement_signatory: 'agreement_signatory',
  signatories: 'actor',
  'agreements.citations': 'citation',
  'agreements.passage': 'passage',
  statements: 'statement',
  'statements.event': 'event',
  'statements.citations': 'citation',
  'statements.passage': 'passage',
  assessments: 'assessment',
  'assessments.about': 'about',
  'about.Event': 'event',
  'about.Agreement': 'agreement',
  'about.Statistic': 'statistic',
  'about.Statement': 'statement',
  'about.Actor': 'actor',
  'about.Organisation': 'organisation',
  'about.Country': 'country',
  'assessments.citations': 'citation',
  'assessments.passage': 'passage',
};

/** Of each table that was read, how many statements, and how many relations it was selected for. */
function countByTable(statements: readonly string[]): { table: string; statements: number; relations: number }[] {
  const read = statements.map((sql) => /\bfrom\s+(?:"\w+"\.)?"?(\w+)/i.exec(sql)?.[1] ?? sql);
  return [...Map.groupBy(read, (table) => table)].map(([table, own]) => ({
    table,
    statements: own.length,
    relations: Object.values(RELATIONS).filter((relation) => relation === table).length,
  }));
}

function expectOneStatementARelation(statements: readonly string[]): void {
  expect(countByTable(statements).filter((count) => count.statements > count.relations)).toEqual([]);
}

describe('everything about Stanislau Zas', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ seed: true });
  });
  afterAll(() => app.close());

  it('is answered by one request with his meetings, who was there and in which office, and what came of them', async () => {
    const { data, errors } = await app.ask<EverythingAboutQuery>(Everything, { slug: 'stanislau-zas', first: 20 });
    expect(errors).toBeUndefined();
    const actor = data.actor;
    expect(actor?.tenures.map(({ organisation }) => organisation?.name)).toEqual(['Security Council of Belarus']);
    expect(actor?.meetings.nodes.map(({ slug }) => slug)).toEqual([
      '2019-09-10-zas-patrushev-meeting',
      '2019-09-18-zas-aliyev-meeting',
      'undated-security-council-leaders-meeting-in-warsaw',
    ]);
    const warsaw = actor?.meetings.nodes.at(-1);
    expect(warsaw?.participations.map(({ office }) => office?.organisation?.name ?? office?.title)).toEqual([
      'Security Council of Belarus',
      'Security Council of Poland',
      'Security Council of Ukraine',
      'Assistant to the President of the United States for National Security',
    ]);
    expect(actor?.agreements.nodes).toMatchObject([
      { slug: 'information-security-plan-belarus-russia', status: 'SIGNED', signedOn: '2019-09-10' },
      { slug: 'security-councils-interaction-plan-belarus-azerbaijan', status: 'SIGNED', signedOn: '2019-09-18' },
    ]);
    expect(actor?.statements.nodes.map(({ citations }) => citations[0]?.passage.number)).toEqual(['7']);
    expect(actor?.assessments.nodes.length).toBeGreaterThan(5);
    expect(actor?.meetings.nodes.every(({ citations }) => citations.length > 0)).toBe(true);
  });

  it('costs at most one SQL statement a relation', async () => {
    for (const slug of ['stanislau-zas', 'aliaksandr-lukashenka']) {
      const { errors, statements } = await app.ask(Everything, { slug, first: 20 });
      expect(errors).toBeUndefined();
      expectOneStatementARelation(statements);
    }
  });
});

describe('everything about somebody of whom there is twenty of everything', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await createGraph(app.client, 20);
    await giveEverythingTo(app.client, 'actor-1');
  });
  afterAll(() => app.close());

  it('costs as many SQL statements for twenty rows as for one, and at most one a relation', async () => {
    const one = await app.ask<EverythingAboutQuery>(Everything, { slug: 'actor-1', first: 1 });
    const twenty = await app.ask<EverythingAboutQuery>(Everything, { slug: 'actor-1', first: 20 });
    for (const [answer, rows] of [[one, 1] as const, [twenty, 20] as const]) {
      expect(answer.errors).toBeUndefined();
      const { meetings, agreements, statements, assessments } = answer.data.actor ?? {};
      expect([meetings, agreements, statements, assessments].map((list) => list?.nodes.length)).toEqual(
        Array(4).fill(rows),
      );
    }
    expect(JSON.stringify(twenty.data)).toContain('actor-3');
    expect(JSON.stringify(twenty.data)).not.toContain('alias-3');
    expect(twenty.statements).toHaveLength(one.statements.length);
    expectOneStatementARelation(one.statements);
  });
});

/** One actor in the place of each knot's own: whoever asks for them meets rows of the same kinds, twenty times over. */
async function giveEverythingTo(client: TestApp['client'], slug: string): Promise<void> {
  const actors = await client.actor.findMany({ where: { slug: { startsWith: 'actor-' } } });
  const heir = actors.find((actor) => actor.slug === slug)?.id ?? '';
  const own = { in: actors.map(({ id }) => id) };
  await client.participation.updateMany({ where: { actorId: own }, data: { actorId: heir } });
  // Among twenty meetings there is one with somebody for whom another record stands; in the first there is not.
  const { id: alias } = await client.actor.findUniqueOrThrow({ where: { slug: 'alias-3' } });
  await client.participation.updateMany({ where: { actor: { slug: 'other-3' } }, data: { actorId: alias } });
  await client.agreementSignatory.updateMany({ where: { actorId: own }, data: { actorId: heir } });
  await client.statement.updateMany({ where: { speakerActorId: own }, data: { speakerActorId: heir } });
  await client.about.updateMany({ where: { targetActorId: own }, data: { targetActorId: heir } });
}
