import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAs } from '../../../src/database/transaction.ts';
import { readState } from '../../seed/state.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { createGraph } from '../../support/graph.ts';

const REVERT = `mutation Revert($input: RevertInput!) {
  revert(input: $input) {
    __typename
    ... on Reverted { set changes { nodes { kind key action by reason } } }
    ... on Problem { code message }
    ... on ChangedSinceProblem { laterChange { id key } }
    ... on ChangeReferredToProblem { referringChange { key } }
    ... on LeftUncitedProblem { facts }
    ... on RuleForbidsProblem { rule }
  }
}`;

let app: TestApp;
let key: string;
beforeEach(async () => {
  app = await createTestApp();
  await createGraph(app.client, 1);
  key = await app.createKey('PUBLISH');
});
afterEach(() => app.close());

async function revert(input: object) {
  const { data, errors } = await app.ask<{ revert: Record<string, unknown> }>(
    REVERT,
    { input: { reason: 'It was wrong.', ...input } },
    key,
  );
  expect(errors).toBeUndefined();
  return data.revert;
}

/** The global id of the latest change of a thing. */
async function lastChange(slug?: string): Promise<string> {
  const { id } = await app.client.loggedChange.findFirstOrThrow({
    ...(slug ? { where: { key: slug } } : {}),
    orderBy: { seq: 'desc' },
  });
  return Buffer.from(`LoggedChange:${id}`).toString('base64');
}

/** Everything but the key that asks. */
async function state() {
  const { api_key: _, search_word: __, ...rest } = await readState(app.client);
  return rest;
}

describe('revert', () => {
  it('makes an entity and its parts what they were, in a change of its own', async () => {
    const before = await state();
    await app.client.event.update({
      where: { slug: 'event-1' },
      data: { title: 'Wrong', endDate: null, participations: { deleteMany: { role: 'HOST' } } },
    });
    expect(await revert({ changeId: await lastChange('event-1') })).toMatchObject({
      __typename: 'Reverted',
      changes: { nodes: [{ kind: 'UPDATED', key: 'event-1', action: 'REVERTED', reason: 'It was wrong.' }] },
    });
    expect(await state()).toEqual(before);
    const [by] = ((await app.ask('{ changes(last: 1) { nodes { by } } }')).data.changes as { nodes: { by: string }[] })
      .nodes;
    expect(by?.by).toMatch(/^key PUBLISH/);
  });

  it('brings back what was deleted with all that went with it, and takes that back in its turn', async () => {
    const before = await state();
    await app.client.event.delete({ where: { slug: 'part-1' } });
    const gone = await state();
    expect(await revert({ changeId: await lastChange() })).toMatchObject({
      changes: { nodes: [{ kind: 'CREATED', key: 'part-1' }] },
    });
    expect(await state()).toEqual(before);
    expect(await revert({ changeId: await lastChange() })).toMatchObject({
      changes: { nodes: [{ kind: 'DELETED', key: 'part-1' }] },
    });
    expect(await state()).toEqual(gone);
  });

  it('takes back all that was changed together, in one go', async () => {
    const before = await state();
    await writeAs(app.client, { by: 'test', reason: null, action: 'WITHDRAWN' }, async (db) => {
      await db.agreementEvent.deleteMany({});
      await db.about.deleteMany({});
      await db.event.deleteMany({ where: { slug: 'part-1' } });
      await db.event.delete({ where: { slug: 'event-1' } });
      await db.event.delete({ where: { slug: 'around-1' } });
      await db.citation.deleteMany({});
      await db.statistic.updateMany({ data: { partOfId: null, baselineId: null } });
      await db.report.deleteMany({});
    });
    expect(await app.client.passage.count()).toBe(0);
    const changeId = await lastChange();
    // One of them alone refers to what is gone.
    expect(await revert({ changeId: await lastChange('event-1') })).toMatchObject({ code: 'RULE_FORBIDS' });
    expect(await revert({ changeId, wholeSet: true })).toMatchObject({ __typename: 'Reverted' });
    const { seed_row: _, ...after } = await state();
    const { seed_row: __, ...wanted } = before;
    expect(after).toEqual(wanted);
  });

  it('is refused with the later change where a row is no longer what the change left', async () => {
    await app.client.actor.update({ where: { slug: 'actor-1' }, data: { name: 'First' } });
    const first = await lastChange();
    await app.client.actor.update({ where: { slug: 'actor-1' }, data: { name: 'Second' } });
    const second = await lastChange();
    expect(await revert({ changeId: first })).toMatchObject({
      __typename: 'ChangedSinceProblem',
      code: 'CHANGED_SINCE',
      laterChange: { id: second, key: 'actor-1' },
    });
    // It goes by what stands, not by what was written meanwhile.
    expect(await revert({ changeId: second })).toMatchObject({ __typename: 'Reverted' });
    expect(await revert({ changeId: first })).toMatchObject({ __typename: 'Reverted' });
    expect(await revert({ changeId: first })).toMatchObject({ code: 'CHANGED_SINCE' });
  });

  it('is refused where a part came later, or something else refers to what came with the change', async () => {
    const { id } = await app.client.topic.create({ data: { slug: 'topic-new', name: 'New', kind: 'SUBJECT' } });
    const made = await lastChange();
    const event = await app.client.event.findUniqueOrThrow({ where: { slug: 'event-1' } });
    await app.client.eventTopic.create({ data: { eventId: event.id, topicId: id, ordinal: 2 } });
    expect(await revert({ changeId: made })).toMatchObject({
      __typename: 'ChangeReferredToProblem',
      code: 'STILL_REFERRED_TO',
      referringChange: { key: 'event-1' },
    });
    await app.client.eventTopic.deleteMany({ where: { topicId: id } });
    expect(await revert({ changeId: made })).toMatchObject({ __typename: 'Reverted' });

    const actor = await app.client.actor.create({ data: { slug: 'new', name: 'New', kind: 'PERSON' } });
    const created = await lastChange();
    await app.client.name.create({
      data: { actorId: actor.id, text: 'Novy', kind: 'VARIANT', inSource: true, ordinal: 1 },
    });
    expect(await revert({ changeId: created })).toMatchObject({ code: 'CHANGED_SINCE', laterChange: { key: 'new' } });
    expect(await app.client.actor.count({ where: { slug: 'new' } })).toBe(1);
  });

  it('is refused where a rule of the database or of citations forbids it', async () => {
    await app.client.topic.delete({ where: { slug: 'narrower-1' } });
    const deleted = await lastChange();
    await app.client.topic.create({ data: { slug: 'narrower-1', name: 'Another', kind: 'SUBJECT' } });
    expect(await revert({ changeId: deleted })).toMatchObject({ code: 'RULE_FORBIDS', rule: 'topic_slug_key' });

    const passage = await app.client.passage.findFirstOrThrow();
    const event = await app.client.event.findUniqueOrThrow({ where: { slug: 'part-1' } });
    const second = await app.client.passage.create({
      data: { ...passage, id: crypto.randomUUID(), number: '2', ordinal: 2 },
    });
    await app.client.citation.create({ data: { eventId: event.id, passageId: second.id, ordinal: 2 } });
    const cited = await lastChange();
    await app.client.citation.deleteMany({ where: { eventId: event.id, passageId: passage.id } });
    expect(await revert({ changeId: cited })).toMatchObject({ code: 'LEFT_UNCITED', facts: ['event part-1'] });
    expect(await app.client.citation.count({ where: { eventId: event.id } })).toBe(1);
  });

  it('is refused for the published wording, which no log holds', async () => {
    await app.client.passage.updateMany({ data: { text: 'As it was printed.' } });
    expect(await revert({ changeId: await lastChange() })).toMatchObject({ code: 'WORDING_NOT_KEPT' });
  });

  it('wants a change that there is, a reason, and the scope', async () => {
    const changeId = await lastChange();
    expect(await revert({ changeId, reason: ' ' })).toMatchObject({ code: 'REASON_MISSING' });
    const nobody = Buffer.from('LoggedChange:00000000-0000-7000-8000-000000000000').toString('base64');
    expect(await revert({ changeId: nobody })).toMatchObject({ code: 'UNKNOWN_CHANGE' });
    const event = await app.client.event.findFirstOrThrow();
    const other = Buffer.from(`Event:${event.id}`).toString('base64');
    expect(await revert({ changeId: other })).toMatchObject({ code: 'UNKNOWN_CHANGE' });
    const { errors } = await app.ask(REVERT, { input: { changeId, reason: 'No.' } });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
