import { describe, expect, it } from 'vitest';
import { anchorOf, findAnchor } from '../../../src/modules/draft/anchor.rules.ts';
import { diffPassages } from '../../../src/modules/draft/passage-diff.rules.ts';
import { PublishedWording } from '../../../src/modules/draft/wording.rules.ts';

const passage = (number: string, text: string, start = 0) => ({ number, text, start });

describe('an anchor', () => {
  const home = passage('1', 'The boat 🚤 left. The boat came back. The boat sank.', 100);
  const spanOf = (text: string, words: string, nth = 0) => {
    let at = -1;
    for (let count = 0; count <= nth; count += 1) at = text.indexOf(words, at + 1);
    const start = 100 + [...text.slice(0, at)].length;
    return anchorOf(home, start, start + [...words].length);
  };

  it('is nothing where its span is not in the passage', () => {
    expect(anchorOf(home, 99, 103)).toBeUndefined();
    expect(anchorOf(home, 120, 120)).toBeUndefined();
    expect(anchorOf(home, 140, 1000)).toBeUndefined();
  });

  it('is found by its quote, counted in code points', () => {
    const anchor = spanOf(home.text, 'sank');
    const moved = passage('1', 'Some say 🚤🚤 that it sank.', 7);
    expect(anchor && findAnchor(anchor, [moved], '1')).toEqual({ passage: '1', start: 7 + 20, end: 7 + 24 });
  });

  it('is found among several by what stands around it', () => {
    const anchor = spanOf(home.text, 'The boat', 1);
    const now = passage('1', 'The boat sank. The boat came back. The boat 🚤 left.');
    expect(anchor && findAnchor(anchor, [now], '1')?.start).toBe(15);
  });

  it('is found elsewhere only where there is no doubt', () => {
    const anchor = spanOf(home.text, 'sank');
    const there = passage('2', 'It sank.');
    expect(anchor && findAnchor(anchor, [passage('1', 'Gone.'), there], '1')?.passage).toBe('2');
    expect(anchor && findAnchor(anchor, [there, passage('3', 'He sank.')], undefined)).toBeUndefined();
    expect(anchor && findAnchor(anchor, [passage('1', 'Gone.')], '1')).toBeUndefined();
  });
});

describe('the passages of two texts', () => {
  const text = (number: string, words: string) => ({ number, text: words });

  it('are the same by their words, also under other numbers', () => {
    const { changes, numberOf } = diffPassages(
      [text('1', 'First of all.'), text('2', 'Then the second.')],
      [text('1', 'Something new altogether.'), text('2', 'First of all.'), text('3', 'Then the second.')],
    );
    expect(changes).toEqual([{ kind: 'ADDED', before: null, after: '1' }]);
    expect([...numberOf]).toEqual([
      ['1', '2'],
      ['2', '3'],
    ]);
  });

  it('are paired each once where the same words stand twice', () => {
    const { changes, numberOf } = diffPassages(
      [text('1', 'Ditto.'), text('2', 'Ditto.')],
      [text('1', 'Ditto.'), text('2', 'Ditto.'), text('3', 'Ditto.')],
    );
    expect(changes).toEqual([{ kind: 'ADDED', before: null, after: '3' }]);
    expect(new Set(numberOf.values()).size).toBe(2);
  });

  it('go by their numbers where nobody has loaded the wording', () => {
    const { changes } = diffPassages([{ number: '1', text: null }], [text('1', 'Loaded now.')]);
    expect(changes).toEqual([]);
  });
});

describe('words of our own', () => {
  const wording = new PublishedWording(
    ['On Monday the Committee for the Inspection of Small and Medium Harbours of the North met in Bodo to talk.'],
    ['Committee for the Inspection of Small and Medium Harbours of the North'],
  );

  it('are not eight in a row as printed, whatever the case and the commas', () => {
    expect(wording.findCopied('of the North met in Bodo to talk')).toBe('of the north met in bodo to talk');
    expect(wording.findCopied('the NORTH met, in Bodo, to talk. On Monday')).toBeUndefined();
  });

  it('may name a body, however long its name is', () => {
    expect(
      wording.findCopied(
        'It was the Committee for the Inspection of Small and Medium Harbours of the North, they say.',
      ),
    ).toBeUndefined();
  });
});
