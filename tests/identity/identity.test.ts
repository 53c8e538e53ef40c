import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { createGraph } from '../support/graph.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into it by the shape that it expects.
type Answer = Record<string, any>;

let app: TestApp;
let key: string;

beforeAll(async () => {
  app = await createTestApp();
  await createGraph(app.client, 3);
  // Nothing has been merged yet.
  await app.client.identityJudgement.deleteMany();
  await app.client.actor.deleteMany({ where: { isMerged: true } });
  await app.client.organisation.deleteMany({ where: { isMerged: true } });
  key = await app.createKey('REVIEW');
});
afterAll(() => app.close());

beforeEach(async () => {
  const { data } = await ask('{ judgements(filter: { isRevoked: false }, first: 100) { nodes { id } } }');
  for (const { id } of data.judgements.nodes) await revoke(id);
});

async function ask(document: string, variables: object = {}): Promise<{ data: Answer; statements: readonly string[] }> {
  const { data, errors, statements } = await app.ask<Answer>(document, variables, key);
  expect(errors).toBeUndefined();
  return { data, statements };
}

const actor = (slug: string) => ({ actor: slug });
const organisation = (slug: string) => ({ organisation: slug });

async function judge(verdict: string, a: object, b: object, more: object = {}): Promise<Answer> {
  const { data } = await ask(
    `mutation Judge($input: JudgeIdentityInput!) { judgeIdentity(input: $input) {
      ... on IdentityJudgement { id verdict reason by revokedAt a { type slug } b { slug standsAs { ... on Actor { slug } ... on Organisation { slug } } } }
      ... on Problem { code message }
      ... on ContradictoryJudgementProblem { pairs { a b } } } }`,
    { input: { verdict, a, b, ...more } },
  );
  return data.judgeIdentity;
}

async function revoke(id: string): Promise<Answer> {
  const { data } = await ask(
    `mutation Revoke($input: RevokeJudgementInput!) { revokeJudgement(input: $input) {
      ... on IdentityJudgement { id revokedBy revokedAt } ... on Problem { code } } }`,
    { input: { id } },
  );
  return data.revokeJudgement;
}

/** Everything that hangs on an actor, by slugs. */
const ACTOR = `
  slug mergedFrom { type slug } names { text kind } tenures { office { slug } } officeOn(date: "2019-09-10") { office { slug } }
  events(first: 50) { totalCount nodes { slug participations { participant { ... on Actor { slug } } } } }
  meetings { totalCount } agreements { nodes { slug signatories { slug } } } statements { nodes { slug speaker { ... on Actor { slug } } } }
  statistics { nodes { slug attributedTo { ... on Actor { slug } } } } assessments { nodes { slug about { ... on Actor { slug } } } }
  counterparts { totalCount nodes { participant { ... on Actor { slug } } meetingCount meetings { totalCount } offices { office { slug } } } }`;

const readActor = async (slug: string) =>
  (await ask(`query Actor($slug: String!) { actor(slug: $slug) { ${ACTOR} } }`, { slug })).data.actor;

describe('judging two actors SAME', () => {
  it('makes one stand for both, wherever the graph is read, and takes it all back when it is revoked', async () => {
    const before = [await readActor('actor-1'), await readActor('actor-2')];
    const judgement = await judge('SAME', actor('actor-2'), actor('actor-1'), {
      reason: 'one man',
      canonical: actor('actor-1'),
    });
    expect(judgement).toMatchObject({ verdict: 'SAME', reason: 'one man', revokedAt: null });

    const merged = await readActor('actor-2');
    expect(merged).toEqual(await readActor('actor-1'));
    expect(merged).toMatchObject({
      slug: 'actor-1',
      mergedFrom: [{ type: 'Actor', slug: 'actor-2' }],
      names: [
        { text: 'Actor actor 1', kind: 'PREFERRED' },
        { text: 'Actor actor 2', kind: 'VARIANT' },
      ],
      tenures: [{ office: { slug: 'post-1' } }, { office: { slug: 'post-2' } }],
      officeOn: [{ office: { slug: 'post-1' } }, { office: { slug: 'post-2' } }],
      events: { totalCount: 6 },
      meetings: { totalCount: 6 },
      agreements: {
        nodes: [
          { slug: 'agreement-1', signatories: [{ slug: 'actor-1' }] },
          { slug: 'agreement-2', signatories: [{ slug: 'actor-1' }] },
        ],
      },
      statements: {
        nodes: [
          { slug: 'statement-1', speaker: { slug: 'actor-1' } },
          { slug: 'statement-2', speaker: { slug: 'actor-1' } },
        ],
      },
      statistics: {
        nodes: [
          { slug: 'figure-1', attributedTo: { slug: 'actor-1' } },
          { slug: 'figure-2', attributedTo: { slug: 'actor-1' } },
        ],
      },
      counterparts: {
        totalCount: 2,
        nodes: [
          { participant: { slug: 'other-1' }, meetingCount: 3, meetings: { totalCount: 3 } },
          { participant: { slug: 'other-2' }, meetingCount: 3, meetings: { totalCount: 3 } },
        ],
      },
    });
    expect(merged.assessments.nodes.map(({ slug }: Answer) => slug)).toEqual(['assessment-1', 'assessment-2']);
    expect(JSON.stringify(merged.assessments.nodes)).not.toContain('actor-2');
    const second = merged.events.nodes.find(({ slug }: Answer) => slug === 'event-2');
    expect(second.participations[0].participant).toEqual({ slug: 'actor-1' });
    const other = await readActor('other-2');
    expect(other.counterparts.nodes).toMatchObject([
      { participant: { slug: 'actor-1' }, offices: [{ office: { slug: 'post-2' } }] },
    ]);

    expect(await revoke(judgement.id)).toMatchObject({ id: judgement.id, revokedBy: expect.stringContaining('key') });
    expect([await readActor('actor-1'), await readActor('actor-2')]).toEqual(before);
  });

  it('is found by either slug in every filter, and listed once', async () => {
    await judge('SAME', actor('actor-1'), actor('actor-2'), { canonical: actor('actor-1') });
    const filters = `query Found($slugs: [String!]!) {
      events(filter: { actors: $slugs }) { totalCount }
      agreements(filter: { signatories: $slugs }) { totalCount }
      statements(filter: { actors: $slugs }) { totalCount }
      statistics(filter: { actors: $slugs }) { totalCount }
      assessments(filter: { actors: $slugs }) { totalCount }
      offices(filter: { actors: $slugs }) { totalCount }
    }`;
    const found = [await ask(filters, { slugs: ['actor-1'] }), await ask(filters, { slugs: ['actor-2'] })];
    expect(found[1]?.data).toEqual(found[0]?.data);
    expect(found[0]?.data).toMatchObject({
      events: { totalCount: 6 },
      agreements: { totalCount: 2 },
      statements: { totalCount: 2 },
      statistics: { totalCount: 2 },
      assessments: { totalCount: 2 },
      offices: { totalCount: 2 },
    });
    const { data } = await ask(`{
      actors { totalCount nodes { slug } }
      byText: actors(filter: { text: "actor actor 2" }) { nodes { slug } }
      byOffice: actors(filter: { offices: ["post-2"] }) { nodes { slug } }
      byEvent: actors(filter: { events: ["event-2"] }) { nodes { slug } }
      search(text: "actor actor", types: [ACTOR]) { totalCount nodes { ... on Actor { slug } } }
      suggest(prefix: "actor act") { text }
      eventStats(groupBy: [ACTOR]) { buckets { keys { value } events } }
    }`);
    expect(data.actors.nodes.map(({ slug }: Answer) => slug)).toEqual([
      'actor-1',
      'actor-3',
      'other-1',
      'other-2',
      'other-3',
    ]);
    expect(data.actors.totalCount).toBe(5);
    expect(data.byText.nodes).toEqual([{ slug: 'actor-1' }]);
    expect(data.byOffice.nodes).toEqual([{ slug: 'actor-1' }, { slug: 'other-2' }]);
    expect(data.byEvent.nodes.map(({ slug }: Answer) => slug)).toEqual(['actor-1', 'other-2']);
    expect(JSON.stringify(data.search)).not.toContain('actor-2');
    expect(data.search.nodes.filter(({ slug }: Answer) => slug === 'actor-1')).toHaveLength(1);
    expect(data.search.totalCount).toBe(data.search.nodes.length);
    expect(JSON.stringify(data.eventStats)).not.toContain('actor-2');
  });

  it('links paths and networks through the one that stands for both', async () => {
    const document = `query Paths($from: String!) {
      pathsBetween(from: { actor: $from }, to: { actor: "other-2" }) { length steps { to { ... on Actor { slug } } events { totalCount } } }
      network { nodes { label } edges { weight meetings { totalCount } } }
    }`;
    expect((await ask(document, { from: 'other-1' })).data.pathsBetween).toEqual([]);
    await judge('SAME', actor('actor-1'), actor('actor-2'), { canonical: actor('actor-1') });
    const { data } = await ask(document, { from: 'other-1' });
    expect(data.pathsBetween).toContainEqual({
      length: 2,
      steps: [
        { to: { slug: 'actor-1' }, events: { totalCount: 3 } },
        { to: { slug: 'other-2' }, events: { totalCount: 3 } },
      ],
    });
    expect(data.network.nodes.map(({ label }: Answer) => label)).not.toContain('Actor actor 2');
    for (const { weight, meetings } of data.network.edges) expect(meetings.totalCount).toBe(weight);
  });

  it('stands as the record of which most is told, unless one is chosen', async () => {
    const plain = await app.client.actor.create({ data: { slug: 'aa-plain', name: 'Plain', kind: 'PERSON' } });
    await judge('SAME', actor('aa-plain'), actor('actor-3'));
    expect((await readActor('aa-plain')).slug).toBe('actor-3');
    await judge('SAME', actor('aa-plain'), actor('actor-3'), { canonical: actor('aa-plain') });
    expect((await readActor('actor-3')).slug).toBe('aa-plain');
    const { data } = await ask('query Node($id: ID!) { node(id: $id) { ... on Actor { slug } } }', {
      id: Buffer.from(`Actor:${plain.id}`).toString('base64'),
    });
    expect(data.node).toEqual({ slug: 'aa-plain' });
  });

  it('goes on from record to record, and falls apart where an edge is revoked', async () => {
    await judge('SAME', actor('actor-1'), actor('actor-2'), { canonical: actor('actor-1') });
    const link = await judge('SAME', actor('actor-2'), actor('actor-3'));
    const slugs = async () => [(await readActor('actor-2')).slug, (await readActor('actor-3')).slug];
    expect(await slugs()).toEqual(['actor-1', 'actor-1']);
    await revoke(link.id);
    expect(await slugs()).toEqual(['actor-1', 'actor-3']);
  });

  it('costs as many statements as without a merge', async () => {
    const document =
      '{ events(first: 20) { nodes { participations { participant { ... on Actor { name names { text } } } } } } }';
    const before = await ask(document);
    await judge('SAME', actor('actor-1'), actor('actor-2'), { canonical: actor('actor-1') });
    await judge('SAME', actor('other-1'), actor('other-2'));
    const after = await ask(document);
    expect(after.statements).toHaveLength(before.statements.length);
  });
});

describe('judging two organisations SAME', () => {
  it('makes one stand for both', async () => {
    await judge('SAME', organisation('office-1'), organisation('office-2'), { canonical: organisation('office-1') });
    const document = `query Body($slug: String!) {
      organisation(slug: $slug) {
        slug mergedFrom { slug } parent { slug } children { slug } names { text kind } tenures { actor { slug } }
        offices { nodes { slug organisation { slug } } } events { totalCount } agreements { totalCount parties: nodes { parties { ... on Organisation { slug } } } }
        statements { totalCount } statistics { totalCount } assessments { totalCount } counterparts { nodes { participant { ... on Organisation { slug } } } }
      }
      events(filter: { organisations: [$slug] }) { totalCount nodes { participations { onBehalfOf { slug } } } }
      organisations(filter: { parents: [$slug] }) { nodes { slug } }
      series: report(slug: "report-2") { series { publisher { slug } } }
    }`;
    const { data } = await ask(document, { slug: 'office-2' });
    expect(data).toEqual((await ask(document, { slug: 'office-1' })).data);
    expect(data).toMatchObject({
      organisation: {
        slug: 'office-1',
        mergedFrom: [{ slug: 'office-2' }],
        children: [{ slug: 'desk-1' }, { slug: 'desk-2' }],
        offices: { nodes: [{ slug: 'post-1' }, { slug: 'post-2', organisation: { slug: 'office-1' } }] },
        events: { totalCount: 6 },
        agreements: { totalCount: 2 },
        statements: { totalCount: 2 },
        statistics: { totalCount: 2 },
        assessments: { totalCount: 2 },
        counterparts: { nodes: [{ participant: { slug: 'body-1' } }, { participant: { slug: 'body-2' } }] },
      },
      events: { totalCount: 6 },
      organisations: { nodes: [{ slug: 'desk-1' }, { slug: 'desk-2' }] },
      series: { series: { publisher: { slug: 'office-1' } } },
    });
    expect(JSON.stringify(data.events)).not.toContain('office-2');
  });
});

describe('a judgement', () => {
  it('is refused where it contradicts others, with the pairs that stand against it', async () => {
    await judge('SAME', actor('actor-1'), actor('actor-2'));
    await judge('DIFFERENT', actor('actor-1'), actor('actor-3'));
    expect(await judge('SAME', actor('actor-2'), actor('actor-3'))).toMatchObject({
      code: 'CONTRADICTORY_JUDGEMENT',
      pairs: [expect.objectContaining({ a: expect.stringMatching(/^actor-[13]$/) })],
    });
    await judge('SAME', actor('actor-2'), actor('other-1'));
    const apart = await judge('DIFFERENT', actor('actor-1'), actor('other-1'));
    expect(apart).toMatchObject({ code: 'CONTRADICTORY_JUDGEMENT' });
    expect(apart.pairs).toHaveLength(2);
    // Of the pair itself another verdict takes the place of the one before.
    expect(await judge('DIFFERENT', actor('actor-2'), actor('other-1'))).toMatchObject({ verdict: 'DIFFERENT' });
    expect((await readActor('other-1')).slug).toBe('other-1');
  });

  it('changes nothing when it is made again, or revoked again', async () => {
    const first = await judge('DIFFERENT', actor('actor-1'), actor('actor-2'));
    expect((await judge('DIFFERENT', actor('actor-2'), actor('actor-1'))).id).toBe(first.id);
    const revoked = await revoke(first.id);
    expect(await revoke(first.id)).toEqual(revoked);
    expect(await revoke('nothing')).toEqual({ code: 'NO_SUCH_JUDGEMENT' });
  });

  it('is of two records of one kind', async () => {
    expect(await judge('SAME', actor('actor-1'), actor('actor-1'))).toMatchObject({ code: 'NOT_COMPARABLE' });
    expect(await judge('SAME', actor('actor-1'), organisation('office-1'))).toMatchObject({ code: 'NOT_COMPARABLE' });
    expect(await judge('SAME', actor('actor-1'), actor('nobody'))).toMatchObject({ code: 'NO_SUCH_RECORD' });
    const chosen = await judge('SAME', actor('actor-1'), actor('actor-2'), { canonical: actor('actor-3') });
    expect(chosen).toMatchObject({ code: 'NOT_COMPARABLE' });
  });

  it('is revoked as a judgement, and not by reverting what it wrote', async () => {
    await judge('SAME', actor('actor-1'), actor('actor-2'));
    const { data } = await ask('{ changes(last: 20) { nodes { id set } } }');
    const logged = data.changes.nodes as { id: string; set: string }[];
    const written = logged.filter(({ set }) => set === logged.at(-1)?.set);
    expect(written.length).toBeGreaterThan(1);
    const publisher = await app.createKey('PUBLISH');
    for (const { id } of written) {
      for (const wholeSet of [false, true]) {
        const answer = await app.ask<Answer>(
          `mutation Revert($input: RevertInput!) { revert(input: $input) { ... on Problem { code } } }`,
          { input: { changeId: id, wholeSet, reason: 'by mistake' } },
          publisher,
        );
        expect(answer.data.revert).toEqual({ code: 'JUDGED_IDENTITY' });
      }
    }
    const after = await ask('{ actor(slug: "actor-2") { mergedFrom { slug } } }');
    expect(after.data.actor.mergedFrom).toHaveLength(1);
  });

  it('needs REVIEW, and can be read by everyone; candidates cannot', async () => {
    const input = { a: actor('actor-1'), b: actor('actor-2'), verdict: 'SAME' };
    const document = 'mutation Judge($input: JudgeIdentityInput!) { judgeIdentity(input: $input) { __typename } }';
    const editor = await app.createKey('EDIT');
    expect((await app.ask(document, { input })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await app.ask(document, { input }, editor)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await app.ask('{ judgements { totalCount } }')).errors).toBeUndefined();
    expect((await app.ask('{ identityCandidates { totalCount } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('stands in the list, the latest first, with those that were revoked', async () => {
    const first = await judge('SAME', actor('actor-1'), actor('actor-2'), { reason: 'first' });
    const second = await judge('UNSURE', organisation('body-1'), organisation('body-2'));
    await revoke(first.id);
    const { data } = await ask(`{
      page: judgements(first: 2) { nodes { id } pageInfo { endCursor hasNextPage } }
      live: judgements(filter: { isRevoked: false }) { totalCount nodes { id a { slug } b { slug } verdict } }
      about: judgements(filter: { actors: ["actor-2"], verdicts: [SAME], isRevoked: true }, first: 1) { nodes { id reason } }
    }`);
    expect(data.page.nodes).toEqual([{ id: second.id }, { id: first.id }]);
    expect(data.live).toMatchObject({ totalCount: 1, nodes: [{ id: second.id, verdict: 'UNSURE' }] });
    expect(data.about.nodes).toEqual([{ id: first.id, reason: 'first' }]);
    const next = await ask(`{ judgements(first: 1, after: "${data.page.pageInfo.endCursor}") { nodes { id } } }`);
    expect([first.id, second.id]).not.toContain(next.data.judgements.nodes[0]?.id);
  });
});

describe('identityCandidates', () => {
  const CANDIDATES = `query Candidates($filter: IdentityCandidateFilter) { identityCandidates(filter: $filter, first: 50) { totalCount nodes {
    a { ... on Actor { slug } ... on Organisation { slug } } b { ... on Actor { slug } ... on Organisation { slug } }
    score isUnsure reasons { kind detail } } } }`;

  const pairs = async (filter: object = { kind: 'ACTORS' }) =>
    (await ask(CANDIDATES, { filter })).data.identityCandidates.nodes as Answer[];

  const pairOf = (nodes: Answer[], ...slugs: string[]) =>
    nodes.find(({ a, b }) => [a.slug, b.slug].sort().join() === slugs.sort().join());

  beforeAll(async () => {
    const country = await app.client.country.create({ data: { code: 'BY', name: 'Belarus' } });
    const office = await app.client.office.create({ data: { slug: 'secretary', title: 'Secretary' } });
    const passage = await app.client.passage.findFirstOrThrow();
    const create = (slug: string, text: string, more: { kind?: 'UNNAMED_OFFICE_HOLDER'; held?: boolean } = {}) =>
      app.client.actor.create({
        data: {
          slug,
          name: text,
          kind: more.kind ?? 'PERSON',
          countryId: country.id,
          names: { create: [{ text, kind: 'PREFERRED', inSource: true, ordinal: 1 }] },
          ...(more.held && {
            tenures: {
              create: [
                { officeId: office.id, ordinal: 1, citations: { create: [{ passageId: passage.id, ordinal: 1 }] } },
              ],
            },
          }),
        },
      });
    await create('stanislau-zasim', 'Stanislau Zasim', { held: true });
    await create('stanislav-zasim', 'Станислав Засим');
    await create('the-secretary', 'secretary of the council', { kind: 'UNNAMED_OFFICE_HOLDER', held: true });
    await create('maryna-lis', 'Maryna Lis');
    const body = (slug: string, name: string) =>
      app.client.organisation.create({
        data: {
          slug,
          name,
          kind: 'OTHER',
          names: { create: [{ text: name, kind: 'PREFERRED', inSource: true, ordinal: 1 }] },
        },
      });
    await body('border-guard', 'State Border Committee');
    await body('border-guards', 'State Border Comnittee');
  });

  it('lists pairs with what speaks for them: spellings, an office, a country', async () => {
    const found = await pairs();
    expect(pairOf(found, 'stanislau-zasim', 'stanislav-zasim')).toMatchObject({
      score: expect.closeTo(0.85),
      isUnsure: false,
      reasons: [{ kind: 'SAME_NAME' }, { kind: 'SAME_COUNTRY', detail: null }],
    });
    expect(pairOf(found, 'stanislau-zasim', 'the-secretary')).toMatchObject({
      reasons: expect.arrayContaining([{ kind: 'SHARED_OFFICE', detail: 'Secretary' }]),
    });
    expect(found.filter(({ a, b }) => [a.slug, b.slug].includes('maryna-lis'))).toEqual([]);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((one, other) => other - one));
    expect(pairOf(await pairs({ kind: 'ORGANISATIONS' }), 'border-guard', 'border-guards')).toMatchObject({
      reasons: [{ kind: 'SIMILAR_NAME', detail: '"State Border Committee" and "State Border Comnittee"' }],
    });
  });

  it('never lists a pair that is judged DIFFERENT, nor one that is merged', async () => {
    await judge('DIFFERENT', actor('stanislau-zasim'), actor('stanislav-zasim'));
    expect(pairOf(await pairs(), 'stanislau-zasim', 'stanislav-zasim')).toBeUndefined();
    await judge('UNSURE', actor('stanislau-zasim'), actor('stanislav-zasim'));
    expect(pairOf(await pairs({ isUnsure: true }), 'stanislau-zasim', 'stanislav-zasim')).toMatchObject({
      isUnsure: true,
    });
    await judge('SAME', actor('stanislau-zasim'), actor('stanislav-zasim'));
    expect(pairOf(await pairs(), 'stanislau-zasim', 'stanislav-zasim')).toBeUndefined();
    // What is known of one is known of both.
    await judge('DIFFERENT', actor('stanislav-zasim'), actor('the-secretary'));
    expect(pairOf(await pairs(), 'stanislau-zasim', 'the-secretary')).toBeUndefined();
  });
});
