import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EverythingAboutQuery } from '../generated/graphql.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
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

  it('costs at most one SQL statement a relation, and no more for twenty rows than for one', async () => {
    const one = await app.ask(Everything, { slug: 'aliaksandr-lukashenka', first: 1 });
    const twenty = await app.ask(Everything, { slug: 'aliaksandr-lukashenka', first: 20 });
    const zas = await app.ask(Everything, { slug: 'stanislau-zas', first: 20 });
    for (const { errors, statements } of [one, twenty, zas]) {
      expect(errors).toBeUndefined();
      expect(statements.length).toBeLessThanOrEqual(RELATIONS.length);
    }
  });
});
