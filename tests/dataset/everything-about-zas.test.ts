import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EverythingAboutQuery } from '../generated/graphql.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';
import { Everything } from './zas.documents.ts';

/** The tables that the document's selections reach, each time they are selected: relations, link tables, union members. */
const RELATIONS = [
  'actor',
  'country',
  'names',
  'tenures',
  'tenures.office',
  'tenures.organisation',
  'tenures.citations',
  'tenures.passage',
  'meetings',
  'meetings.count',
  'meetings.place',
  'meetings.participations',
  'participant.Actor',
  'participant.Organisation',
  'participant.Country',
  'office',
  'office.tenure',
  'office.office',
  'office.organisation',
  'meetings.agreement_event',
  'meetings.agreements',
  'meetings.citations',
  'meetings.passage',
  'agreements',
  'agreements.parties',
  'party.Organisation',
  'party.Country',
  'agreement_signatory',
  'signatories',
  'agreements.citations',
  'agreements.passage',
  'statements',
  'statements.event',
  'statements.citations',
  'statements.passage',
  'assessments',
  'assessments.about',
  'about.Event',
  'about.Agreement',
  'about.Statistic',
  'about.Statement',
  'about.Actor',
  'about.Organisation',
  'about.Country',
  'assessments.citations',
  'assessments.passage',
];

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
      expect(statements.length).toBeLessThanOrEqual(RELATIONS.length);
    }
  });

  it('costs as many SQL statements for twenty rows of everything as for one', async () => {
    const graph = await createTestApp();
    try {
      await createGraph(graph.client, 20);
      await giveEverythingTo(graph.client, 'actor-1');
      const one = await graph.ask<EverythingAboutQuery>(Everything, { slug: 'actor-1', first: 1 });
      const twenty = await graph.ask<EverythingAboutQuery>(Everything, { slug: 'actor-1', first: 20 });
      for (const [answer, rows] of [[one, 1] as const, [twenty, 20] as const]) {
        expect(answer.errors).toBeUndefined();
        const { meetings, agreements, statements, assessments } = answer.data.actor ?? {};
        expect([meetings, agreements, statements, assessments].map((list) => list?.nodes.length)).toEqual(
          Array(4).fill(rows),
        );
      }
      expect(twenty.statements).toHaveLength(one.statements.length);
      expect(one.statements.length).toBeLessThanOrEqual(RELATIONS.length);
    } finally {
      await graph.close();
    }
  });
});

/** One actor in the place of each knot's own: whoever asks for them meets rows of the same kinds, twenty times over. */
async function giveEverythingTo(client: TestApp['client'], slug: string): Promise<void> {
  const actors = await client.actor.findMany({ where: { slug: { startsWith: 'actor-' } } });
  const heir = actors.find((actor) => actor.slug === slug)?.id ?? '';
  const own = { in: actors.map(({ id }) => id) };
  await client.participation.updateMany({ where: { actorId: own }, data: { actorId: heir } });
  await client.agreementSignatory.updateMany({ where: { actorId: own }, data: { actorId: heir } });
  await client.statement.updateMany({ where: { speakerActorId: own }, data: { speakerActorId: heir } });
  await client.about.updateMany({ where: { targetActorId: own }, data: { targetActorId: heir } });
}
