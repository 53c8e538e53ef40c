import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { EditorsDesk } from './desk.ts';

const LINES = [
  'The developments within the month.',
  'The Tide Office stated that the outer mole is safe. The Coast Guard stated that it has enough boats.',
  'The Harbour Board stated that the lamps were paid for.',
  'Conclusions. The Tide Office probably lacks boats.',
  'The Coast Guard is likely to ask for more money.',
];

let app: TestApp;
let desk: EditorsDesk;
beforeAll(async () => {
  app = await createTestApp();
  desk = new EditorsDesk(app, await app.createKey('EDIT', 'REVIEW'));
});
afterAll(() => app.close());

describe('a passage that is put in before others', () => {
  it.each([
    ['2031-03', 'another body', 'The Pilots of Port Lumen stated that the channel is deep enough.'],
    // The key of what it says is that of what the body said in the passage that had its number.
    ['2031-04', 'the same body', 'The Tide Office stated that the channel is deep enough.'],
  ])(
    '%s: leaves what was decided about those as it was decided, and adds what %s says',
    async (period, _, inserted) => {
      const ingest = (lines: readonly string[]) =>
        desk.ingest({ series: 'tide-watch', period, text: lines.join('\n') });
      const draft = (await ingest(LINES)).draft?.id ?? '';
      expect(await desk.acceptAll(draft)).toEqual([]);
      const told = async () => await desk.list(draft, { nouns: ['STATEMENTS', 'ASSESSMENTS'] });
      const before = await told();
      expect(before.map(({ noun }) => noun).toSorted()).toEqual([
        ...Array<string>(2).fill('ASSESSMENTS'),
        ...Array<string>(3).fill('STATEMENTS'),
      ]);
      await ingest([LINES[0] ?? '', inserted, ...LINES.slice(1)]);
      const after = await told();
      const decided = after.filter(({ state }) => state === 'ACCEPTED');
      expect(decided.map(({ key, attention, passage }) => [key, attention, passage])).toEqual(
        before.map(({ key, passage }) => [key, null, String(Number(passage) + 1)]),
      );
      for (const { record, key } of decided) {
        const { cites: _, ...was } = before.find((one) => one.key === key)?.record ?? {};
        expect(record).toMatchObject(was);
      }
      const added = after.filter(({ state }) => state === 'PROPOSED');
      expect(added.map(({ noun, passage }) => [noun, passage])).toEqual([['STATEMENTS', '1']]);
      expect(added[0]?.key).toBe(added[0]?.record.slug);
    },
  );
});
