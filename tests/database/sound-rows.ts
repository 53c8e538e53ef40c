import type { DatabaseClient } from '../../src/database/client.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

const draftData = {
  seriesTitle: 'Digest',
  title: 'Digest',
  periodStart: day('2019-09-01'),
  periodEnd: day('2019-09-30'),
  language: 'en',
  sections: [],
  text: 'They met.',
  sha256: '0'.repeat(64),
  warnings: [],
  updatedBy: 'tests',
};

/** Rows that every constraint lets pass, to be spoilt in one place each. The rows they lean on stand in the database. */
export async function createSoundRows(client: DatabaseClient) {
  const country = await client.country.create({ data: { code: 'BY', name: 'Belarus' } });
  const organisation = await client.organisation.create({
    data: { slug: 'ministry', name: 'Ministry', kind: 'GOVERNMENT' },
  });
  const actor = await client.actor.create({ data: { slug: 'somebody', name: 'Somebody', kind: 'PERSON' } });
  const series = await client.series.create({ data: { slug: 'digest', title: 'Digest' } });
  const period = { periodStart: day('2019-09-01'), periodEnd: day('2019-09-30') };
  const report = await client.report.create({
    data: { slug: 'digest-2019-09', title: 'Digest', seriesId: series.id, language: 'en', ...period },
  });
  const section = await client.section.create({ data: { reportId: report.id, kind: 'KEY_EVENTS', ordinal: 1 } });
  const passage = await client.passage.create({
    data: { reportId: report.id, sectionId: section.id, number: '1', ordinal: 1, kind: 'PARAGRAPH', gist: 'Gist' },
  });
  const eventData = {
    kind: 'MEETING',
    title: 'Meeting',
    summary: 'They met.',
    modality: 'HELD',
    isKeyEvent: false,
    startDate: day('2019-09-03'),
    endDate: day('2019-09-04'),
    dateBasis: 'STATED',
    datePrecision: 'DAY',
  } as const;
  const event = await client.event.create({ data: { slug: 'meeting', ...eventData } });
  const agreement = await client.agreement.create({
    data: { slug: 'plan', title: 'Plan', kind: 'PLAN', status: 'SIGNED', summary: 'A plan.' },
  });
  const assessment = await client.assessment.create({
    data: { slug: 'doubt', reportId: report.id, ordinal: 1, gist: 'Gist', kind: 'DOUBT' },
  });
  const office = await client.office.create({ data: { slug: 'minister', title: 'Minister' } });
  const indicator = await client.indicator.create({
    data: { slug: 'troops', name: 'Troops', definition: 'How many.', unit: '{person}' },
  });

  const otherActor = await client.actor.create({ data: { slug: 'double', name: 'Double', kind: 'PERSON' } });

  const draft = await client.draft.create({
    data: { reportSlug: 'digest-2019-11', seriesSlug: 'digest', ...draftData },
  });

  return {
    about: { ordinal: 1, assessmentId: assessment.id, targetEventId: event.id },
    actor: { slug: 'another', name: 'Another', kind: 'PERSON' },
    agreement: { slug: 'other-plan', title: 'Plan', kind: 'PLAN', status: 'SIGNED', summary: 'A plan.' },
    agreementParty: { agreementId: agreement.id, organisationId: organisation.id, ordinal: 1, proposer: true },
    apiKey: {
      name: 'Somebody',
      hint: 'dgk_abcd',
      hash: '0'.repeat(64),
      scopes: ['EDIT'],
      createdAt: day('2019-09-01'),
      createdBy: 'tests',
    },
    assessment: { slug: 'other-doubt', reportId: report.id, ordinal: 2, gist: 'Gist', kind: 'DOUBT' },
    citation: { passageId: passage.id, ordinal: 1, eventId: event.id },
    country: { code: 'RU', name: 'Russia' },
    draft: { reportSlug: 'digest-2019-12', seriesSlug: 'digest', ...draftData },
    draftPassage: {
      draftId: draft.id,
      number: '1',
      ordinal: 1,
      section: 'OTHER',
      text: 'They met.',
      spanStart: 0,
      spanEnd: 9,
    },
    draftSuggestion: {
      draftId: draft.id,
      noun: 'EVENTS',
      key: 'meeting',
      record: {},
      ordinal: 1,
      passage: '1',
      spanStart: 0,
      spanEnd: 9,
      quote: 'They met.',
      rule: 'event.meeting',
      score: 0.5,
    },
    event: { slug: 'other-meeting', ...eventData },
    identityJudgement: {
      verdict: 'SAME',
      actorId: actor.id,
      otherActorId: otherActor.id,
      judgedBy: 'tests',
      judgedAt: day('2019-09-01'),
    },
    indicator: { slug: 'tanks', name: 'Tanks', definition: 'How many.', unit: '{tank}' },
    name: { text: 'Some Body', kind: 'VARIANT', inSource: true, ordinal: 1, actorId: actor.id },
    office: { slug: 'deputy', title: 'Deputy' },
    organisation: { slug: 'agency', name: 'Agency', kind: 'GOVERNMENT' },
    participation: { eventId: event.id, actorId: actor.id, role: 'HOST', ordinal: 1 },
    passage: { reportId: report.id, sectionId: section.id, number: '2', ordinal: 2, kind: 'PARAGRAPH', gist: 'Gist' },
    place: { slug: 'minsk', name: 'Minsk', latitude: 53.9, longitude: 27.57 },
    report: { slug: 'digest-2019-10', title: 'Digest', seriesId: series.id, language: 'en', ...period },
    series: { slug: 'other-digest', title: 'Digest' },
    statement: { slug: 'saying', reportId: report.id, ordinal: 1, gist: 'Gist', speakerActorId: actor.id },
    statistic: {
      slug: 'troops-2019',
      reportId: report.id,
      indicatorId: indicator.id,
      ordinal: 1,
      label: 'Troops',
      value: 10,
      lower: 9,
      upper: 11,
      comparator: 'ABOUT',
      unit: '{person}',
      nature: 'REPORTED',
      givenByActorId: actor.id,
      ...period,
    },
    tenure: { actorId: actor.id, officeId: office.id, ordinal: 1, to: day('2019-09-30') },
    topic: {
      slug: 'drones',
      name: 'Drones',
      kind: 'EQUIPMENT',
      validFrom: day('2019-01-01'),
      validTo: day('2019-12-31'),
    },
    ids: {
      country: country.id,
      organisation: organisation.id,
      actor: actor.id,
      otherActor: otherActor.id,
      event: event.id,
    },
  };
}

export type SoundRows = Awaited<ReturnType<typeof createSoundRows>>;
