import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';

interface Subject {
  readonly __typename: string;
  readonly slug?: string;
  readonly startDate?: string | null;
  readonly event?: { slug: string; startDate: string | null; participations: { id: string }[] };
  readonly id?: string;
  readonly actor?: { slug: string };
  readonly office?: { slug: string };
}

const ONE_KIND_AFTER_THE_OTHER = [
  'Event',
  'Participation',
  'Tenure',
  'Agreement',
  'Statistic',
  'Statement',
  'Assessment',
];

const UNDATED = '9999';

/** Sorts as text into the order that `Passage.citations` promises. */
function keyOf({ __typename, slug, startDate, event, id, actor, office }: Subject): string {
  const own: Record<string, () => unknown[]> = {
    Event: () => [startDate ?? UNDATED, slug],
    Participation: () => [
      event?.startDate ?? UNDATED,
      event?.slug,
      100 + (event?.participations.findIndex((one) => one.id === id) ?? 0),
    ],
    Tenure: () => [actor?.slug, office?.slug],
  };
  return [ONE_KIND_AFTER_THE_OTHER.indexOf(__typename), ...(own[__typename]?.() ?? [slug])].join(' ');
}

describe('what rests on a passage', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ seed: true });
  });
  afterAll(() => app.close());

  it('is told in one order, whatever the ids that a load has made', async () => {
    const { data, statements } = await app.ask<{
      report: { passages: { nodes: { number: string; citations: { subject: Subject }[] }[] } };
    }>(`{
      report(slug: "belarus-security-2019-09") { passages(first: 100) { nodes { number citations { subject {
        __typename
        ... on Event { slug startDate }
        ... on Participation { id event { slug startDate participations { id } } }
        ... on Tenure { actor { slug } office { slug } }
        ... on Agreement { slug } ... on Statistic { slug } ... on Statement { slug } ... on Assessment { slug }
      } } } } }
    }`);
    const passages = data.report.passages.nodes;
    expect(passages.length).toBeGreaterThan(50);
    for (const { number, citations } of passages) {
      const keys = citations.map(({ subject }) => keyOf(subject));
      expect(keys, `passage ${number}`).toEqual(keys.toSorted());
    }
    expect(statements.length).toBeLessThan(20);
  });
});
