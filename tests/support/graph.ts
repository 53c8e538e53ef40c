import type { PrismaClient } from '../../src/generated/prisma/client.ts';

const day = (n: number) => new Date(Date.UTC(2019, 8, n));
const named = (text: string) => ({ create: [{ text, kind: 'PREFERRED' as const, inSource: true, ordinal: 1 }] });
// Real codes, for the scalar takes no others.
const CODES = 'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE'.split(' ');
const NEIGHBOURS = 'CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ'.split(' ');

/**
 * A graph of `size` knots, at most 20, each with a row of every kind, in which no relation that the schema knows is empty. Invented
 * throughout; knot n has the slugs `actor-n`, `event-n` and so on, and its event takes place on day n of September 2019.
 */
export async function createGraph(client: PrismaClient, size: number): Promise<void> {
  for (let n = 1; n <= size; n += 1) await createKnot(client, n);
}

async function createKnot(client: PrismaClient, n: number): Promise<void> {
  const { id: countryId } = await client.country.create({ data: { code: CODES[n - 1] ?? '', name: `Country ${n}` } });
  const neighbour = await client.country.create({ data: { code: NEIGHBOURS[n - 1] ?? '', name: `Neighbour ${n}` } });
  const region = await client.place.create({ data: { slug: `region-${n}`, name: `Region ${n}`, countryId } });
  const { id: placeId } = await client.place.create({
    data: { slug: `place-${n}`, name: `Place ${n}`, countryId, withinId: region.id },
  });
  const { id: topicId } = await client.topic.create({
    data: {
      slug: `topic-${n}`,
      name: `Topic ${n}`,
      kind: 'SUBJECT',
      children: { create: [{ slug: `narrower-${n}`, name: 'Narrower', kind: 'SUBJECT' }] },
    },
  });
  const body = await client.organisation.create({
    data: { slug: `body-${n}`, name: `Body ${n}`, kind: 'GOVERNMENT', countryId, names: named(`Body ${n}`) },
  });
  const { id: organisationId } = await client.organisation.create({
    data: {
      slug: `office-${n}`,
      name: `Office ${n}`,
      kind: 'GOVERNMENT',
      countryId,
      parentId: body.id,
      names: named(`Office ${n}`),
    },
  });
  await client.organisation.create({
    data: {
      slug: `desk-${n}`,
      name: `Desk ${n}`,
      kind: 'GOVERNMENT',
      countryId,
      parentId: organisationId,
      names: named(`Desk ${n}`),
    },
  });
  const { id: seriesId } = await client.series.create({
    data: { slug: `series-${n}`, title: `Series ${n}`, publisherId: organisationId },
  });
  const report = await client.report.create({
    data: {
      slug: `report-${n}`,
      title: `Report ${n}`,
      seriesId,
      periodStart: day(1),
      periodEnd: day(30),
      language: 'en',
      sections: { create: [{ kind: 'KEY_EVENTS', ordinal: 1 }] },
    },
    include: { sections: true },
  });
  const passage = await client.passage.create({
    data: {
      reportId: report.id,
      sectionId: report.sections[0]?.id ?? '',
      number: '1',
      ordinal: 1,
      kind: 'PARAGRAPH',
      gist: `Gist ${n}`,
      countries: { create: [{ countryId, ordinal: 1 }] },
      topics: { create: [{ topicId, ordinal: 1 }] },
    },
  });
  const citations = () => ({ create: [{ passageId: passage.id, ordinal: 1 }] });
  const { id: officeId } = await client.office.create({
    data: { slug: `post-${n}`, title: `Post ${n}`, organisationId },
  });
  const createActor = (slug: string) =>
    client.actor.create({
      data: {
        slug: `${slug}-${n}`,
        name: `Actor ${slug} ${n}`,
        kind: 'PERSON',
        countryId,
        names: named(`Actor ${slug} ${n}`),
        tenures: { create: [{ officeId, ordinal: 1, names: named(`Post ${n}`), citations: citations() }] },
      },
    });
  const { id: actorId } = await createActor('actor');
  const other = await createActor('other');
  await createMerged(client, n, actorId, organisationId);
  const createEvent = (slug: string, parentId?: string) =>
    client.event.create({
      data: {
        slug: `${slug}-${n}`,
        kind: 'MEETING',
        title: `Event ${n}`,
        summary: `Summary ${n}`,
        startDate: day(n),
        endDate: day(n),
        dateBasis: 'STATED',
        datePrecision: 'DAY',
        modality: 'HELD',
        isKeyEvent: true,
        placeId,
        parentId: parentId ?? null,
        names: named(`Event ${n}`),
        places: { create: [{ placeId, ordinal: 1 }] },
        topics: { create: [{ topicId, ordinal: 1 }] },
        citations: citations(),
        participations: {
          create: [
            { actorId, role: 'HOST' as const, onBehalfOfId: organisationId },
            { actorId: other.id, role: 'VISITOR' as const },
            { organisationId, role: 'PARTICIPANT' as const },
            { countryId, role: 'PARTICIPANT' as const },
            { organisationId: body.id, role: 'OBSERVER' as const },
            { countryId: neighbour.id, role: 'OBSERVER' as const },
          ].map((participation, ordinal) => ({ ...participation, ordinal, citations: citations() })),
        },
      },
    });
  const around = await createEvent('around');
  const { id: eventId } = await createEvent('event', around.id);
  await createEvent('part', eventId);
  const { id: agreementId } = await client.agreement.create({
    data: {
      slug: `agreement-${n}`,
      title: `Agreement ${n}`,
      kind: 'PLAN',
      status: 'SIGNED',
      summary: `Summary ${n}`,
      signedOn: day(n),
      names: named(`Agreement ${n}`),
      citations: citations(),
      parties: {
        create: [
          { countryId, ordinal: 1 },
          { organisationId, ordinal: 2, proposer: true },
        ],
      },
      signatories: { create: [{ actorId, ordinal: 1 }] },
      events: { create: [{ eventId, ordinal: 1 }] },
    },
  });
  const { id: indicatorId } = await client.indicator.create({
    data: { slug: `indicator-${n}`, name: `Indicator ${n}`, definition: 'People counted', unit: '{person}' },
  });
  const figure = (slug: string, value: number, more = {}) =>
    client.statistic.create({
      data: {
        slug: `${slug}-${n}`,
        reportId: report.id,
        indicatorId,
        ordinal: 1,
        label: slug,
        value,
        lower: value,
        upper: value,
        comparator: 'EXACT',
        unit: '{person}',
        nature: 'REPORTED',
        areaId: countryId,
        eventId,
        citations: citations(),
        ...more,
      },
    });
  const baseline = await figure('baseline', 50, { givenByCountryId: countryId });
  const whole = await figure('whole', 100, { givenByOrganisationId: organisationId });
  const { id: statisticId } = await figure('figure', 60, {
    baselineId: baseline.id,
    partOfId: whole.id,
    givenByActorId: actorId,
    periodStart: day(1),
    periodEnd: day(30),
  });
  await figure('share', 10, { partOfId: statisticId });
  const targets = [
    { targetEventId: eventId },
    { targetAgreementId: agreementId },
    { targetStatisticId: statisticId },
    { targetActorId: actorId },
    { targetOrganisationId: organisationId },
    { targetCountryId: countryId },
  ].map((target, ordinal) => ({ ...target, ordinal }));
  const statement = (slug: string, speaker: object) =>
    client.statement.create({
      data: {
        slug: `${slug}-${n}`,
        reportId: report.id,
        ordinal: 1,
        gist: `Statement ${n}`,
        eventId,
        citations: citations(),
        ...speaker,
        topics: { create: [{ topicId, ordinal: 1 }] },
        about: { create: targets },
      },
    });
  const { id: targetStatementId } = await statement('statement', { speakerActorId: actorId });
  await statement('communique', { speakerOrganisationId: organisationId });
  await client.assessment.create({
    data: {
      slug: `assessment-${n}`,
      reportId: report.id,
      ordinal: 1,
      gist: `Assessment ${n}`,
      kind: 'DOUBT',
      citations: citations(),
      about: { create: [...targets, { targetStatementId, ordinal: targets.length }] },
    },
  });
  await client.draft.create({
    data: {
      reportSlug: `draft-${n}-2019-10`,
      seriesSlug: `draft-${n}`,
      seriesTitle: `Draft ${n}`,
      title: `Draft ${n}`,
      periodStart: day(1),
      periodEnd: day(30),
      language: 'en',
      sections: [{ kind: 'KEY_EVENTS' }],
      warnings: [{ code: 'ODD', message: 'Something is odd.', passage: null }],
      updatedBy: 'tests',
      passages: { create: [{ number: '1', ordinal: 1, section: 'KEY_EVENTS' }] },
      suggestions: {
        create: [
          {
            noun: 'PASSAGES',
            key: '1',
            record: { number: '1', section: 'KEY_EVENTS', gist: `Gist ${n}` },
            ordinal: 1,
            passage: '1',
            rule: 'passage.gist',
            score: 0.5,
          },
        ],
      },
    },
  });
}

/** Of a person and of a body another record each, which have been merged into these. */
async function createMerged(client: PrismaClient, n: number, actorId: string, organisationId: string): Promise<void> {
  const judged = { verdict: 'SAME' as const, judgedBy: 'tests', judgedAt: day(n) };
  const actor = await client.actor.create({
    data: { slug: `alias-${n}`, name: `Alias ${n}`, kind: 'PERSON', canonicalId: actorId, isMerged: true },
  });
  await client.identityJudgement.create({ data: { ...judged, actorId, otherActorId: actor.id } });
  const body = await client.organisation.create({
    data: { slug: `bureau-${n}`, name: `Bureau ${n}`, kind: 'OTHER', canonicalId: organisationId, isMerged: true },
  });
  await client.identityJudgement.create({
    data: { ...judged, organisationId, otherOrganisationId: body.id },
  });
}
