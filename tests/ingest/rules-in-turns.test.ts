import { describe, expect, it } from 'vitest';
import { readDigest } from '../../src/ingest/digest/read-digest.ts';
import { rulesExtractor } from '../../src/ingest/rules/rules-extractor.ts';
import { EMPTY_GAZETTEER, readFixture } from './fixtures/read-fixture.ts';

/** A digest as one paragraph, several times over. */
async function onePassage() {
  const { digest } = await readFixture('moldova-2031-04');
  const line = digest.text.replaceAll('\n', ' ');
  const long = readDigest(new TextEncoder().encode(Array.from({ length: 6 }, () => line).join(' ')));
  expect(long.passages).toHaveLength(1);
  return {
    digest: long,
    period: { start: '2031-04-01', end: '2031-04-30' },
    language: 'en',
    gazetteer: EMPTY_GAZETTEER,
  };
}

describe('a passage over which the rules work long', () => {
  it('leaves room for whatever else there is to do, while names and while sentences are read', async () => {
    const input = await onePassage();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    const found = await rulesExtractor.extract(input);
    clearInterval(timer);
    expect(found.length).toBeGreaterThan(0);
    expect(ticks).toBeGreaterThan(10);
  });

  it('is put down in the middle when nobody waits for it any more', async () => {
    const input = await onePassage();
    const ending = new AbortController();
    const progress: number[] = [];
    setTimeout(() => ending.abort(new Error('Nobody waits.')), 1);
    const reading = rulesExtractor.extract(input, (done) => progress.push(done), ending.signal);
    await expect(reading).rejects.toThrow('Nobody waits.');
    expect(progress).toEqual([]);
  });
});
