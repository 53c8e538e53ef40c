import { describe, expect, it } from 'vitest';
import { extractFrom } from './extract-from.ts';

type Participation = { actor?: string; organisation?: string; country?: string; role: string };

async function sidesOf(kind: string, ...lines: readonly string[]) {
  const of = await extractFrom(...lines);
  return of('events')
    .filter(({ record }) => record.kind === kind)
    .map(({ record }) =>
      ((record.participations ?? []) as readonly Participation[])
        .map(({ actor, organisation, country, role }) => `${actor ?? organisation ?? country} ${role}`)
        .toSorted(),
    );
}

const KNOWN = 'Minister of Fisheries of Norway Nils Berg and Minister of Fisheries of Latvia Janis Ozols spoke.';

describe('who takes part in an event', () => {
  it.each([
    ['MEETING', 'Nils Berg and Janis Ozols, who met on May 5, took stock.', 'PARTICIPANT', 'PARTICIPANT'],
    ['MEETING', 'Janis Ozols, who came to Oslo on May 5, was received by Nils Berg.', 'VISITOR', 'HOST'],
    ['MEETING', 'On May 5, Nils Berg received Janis Ozols.', 'VISITOR', 'HOST'],
    [
      'MEETING',
      'On May 5, Nils Berg and Janis Ozols, both ministers, talked by telephone.',
      'PARTICIPANT',
      'PARTICIPANT',
    ],
    [
      'MEETING',
      'On May 5, Nils Berg held talks with his Latvian counterpart, Admiral Janis Ozols.',
      'PARTICIPANT',
      'PARTICIPANT',
    ],
  ])('%s: %s', async (kind, text, ozols, berg) => {
    expect(await sidesOf(kind, KNOWN, text)).toContainEqual([`janis-ozols ${ozols}`, `nils-berg ${berg}`]);
  });

  it.each([
    'On May 5-7, a team of the Fishing Council of Latvia, at whose head stood Colonel Janis Ozols, visited Oslo.',
    'On May 5-7, a team of the Fishing Council of Latvia, with Janis Ozols at its head, visited Oslo.',
    'On May 5-7, a working group of the Fishing Council of Latvia led by Colonel Janis Ozols visited Oslo.',
  ])('has the head of a delegation: %s', async (text) => {
    const [sides = []] = await sidesOf('VISIT', KNOWN, text);
    expect(sides).toContain('janis-ozols HEAD_OF_DELEGATION');
    expect(sides.some((side) => /-of-the-fishing-council-of-latvia VISITOR$/.test(side))).toBe(true);
  });

  it('leaves out whom the deed is only about', async () => {
    const [sides = []] = await sidesOf('MEETING', KNOWN, 'On May 5, Nils Berg held talks on the border with Latvia.');
    expect(sides).toEqual(['nils-berg PARTICIPANT']);
  });
});
