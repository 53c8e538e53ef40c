import { describe, expect, it } from 'vitest';
import { extractFrom } from './extract-from.ts';

type Participation = { actor?: string; organisation?: string; country?: string; role: string };

/** Kind, days and who took part in what role, of each event. */
async function eventsOf(...lines: readonly string[]) {
  const of = await extractFrom(...lines);
  return of('events').map(({ record }) => [
    record.kind,
    record.start ?? null,
    record.end ?? null,
    record.precision,
    record.basis ?? null,
    ((record.participations ?? []) as readonly Participation[]).map(
      ({ actor, organisation, country, role }) => `${actor ?? organisation ?? country} ${role}`,
    ),
  ]);
}

const DAY = ['2031-05-04', '2031-05-04', 'DAY', 'STATED'];

describe('the events of a sentence', () => {
  it.each([
    [
      'Minister of Fisheries Nils Berg met with President of Finland Aino Salo.',
      'MEETING',
      ['nils-berg PARTICIPANT', 'aino-salo PARTICIPANT'],
    ],
    [
      'Minister of Fisheries Nils Berg received President of Finland Aino Salo.',
      'MEETING',
      ['nils-berg HOST', 'aino-salo VISITOR'],
    ],
    [
      'a telephone conversation between Minister of Fisheries Nils Berg and President of Finland Aino Salo took place.',
      'MEETING',
      ['nils-berg PARTICIPANT', 'aino-salo PARTICIPANT'],
    ],
    ['Minister of Fisheries Nils Berg visited Helsinki.', 'VISIT', ['nils-berg VISITOR']],
    ['Minister of Fisheries Nils Berg paid a working visit to Helsinki.', 'VISIT', ['nils-berg VISITOR']],
    [
      'a delegation led by President of Finland Aino Salo arrived in Oslo.',
      'VISIT',
      ['finnish-delegation VISITOR', 'aino-salo HEAD_OF_DELEGATION'],
    ],
    [
      'the third meeting of the Joint Norway-Finland Commission on Fishing was held.',
      'COMMITTEE_SESSION',
      ['joint-norway-finland-commission-on-fishing PARTICIPANT'],
    ],
    ['the Coast Guard Service held the exercise “Herring”.', 'EXERCISE', ['coast-guard-service ORGANISER']],
    ['the Storting adopted a law on nets.', 'LEGAL_ACT', ['storting PARTICIPANT']],
    ['Nils Berg was appointed Minister of Fisheries.', 'APPOINTMENT', ['nils-berg SUBJECT']],
    [
      'President Kari Dahl dismissed Minister of Fisheries Nils Berg.',
      'DISMISSAL',
      ['kari-dahl PARTICIPANT', 'nils-berg SUBJECT'],
    ],
    [
      'the Prosecutor General’s Office inspected the 2nd coastal brigade.',
      'INSPECTION',
      ['prosecutor-general-office INSPECTOR', '2nd-coastal-brigade INSPECTED'],
    ],
    ['the Coast Guard Service received a new ship.', 'DELIVERY', ['coast-guard-service PARTICIPANT']],
    [
      'the Coast Guard Service detained Nils Berg, who left.',
      'DETENTION',
      ['coast-guard-service PARTICIPANT', 'nils-berg SUBJECT'],
    ],
    [
      'the United States imposed sanctions on the Bergen Ship Plant.',
      'SANCTION',
      ['US PARTICIPANT', 'bergen-ship-plant SUBJECT'],
    ],
    ['a ship sank near Bergen after an explosion.', 'ACCIDENT', []],
    ['a foreign aircraft violated the airspace of the country.', 'BORDER_INCIDENT', []],
  ])('On May 4, %s', async (text, kind, participants) => {
    const [event] = await eventsOf(`On May 4, ${text}`);
    expect(event).toEqual([kind, ...DAY, participants]);
  });

  it('take the days of what they are part of, and of what they refer to', async () => {
    const events = await eventsOf(
      'On May 4-6, President of Finland Aino Salo visited Oslo. During the talks at the Ministry of Fisheries boats were discussed. A plan was signed.',
      'On the same days Minister of Fisheries Nils Berg visited Riga. The next day, he met with the President of Latvia Janis Ozols.',
    );
    expect(events.map(([kind, ...dates]) => [kind, ...dates.slice(0, 4)])).toEqual([
      ['VISIT', '2031-05-04', '2031-05-06', 'DAY', 'STATED'],
      ['MEETING', '2031-05-04', '2031-05-06', 'WITHIN', 'INFERRED'],
      ['AGREEMENT_STEP', '2031-05-04', '2031-05-06', 'WITHIN', 'INFERRED'],
      ['VISIT', '2031-05-04', '2031-05-06', 'DAY', 'RELATIVE'],
      ['MEETING', '2031-05-07', '2031-05-07', 'DAY', 'RELATIVE'],
    ]);
  });

  it('have no end where they only started, the month where no day is told, and no day where they are planned', async () => {
    expect(
      await eventsOf(
        'On May 4, the exercise of the Coast Guard Service “Herring” started near Bergen.',
        'The Customs Service of Norway published its figures.',
        'The Customs Service of Norway plans to buy boats.',
      ),
    ).toMatchObject([
      ['EXERCISE', '2031-05-04', null, 'DAY', 'STATED', ['coast-guard-service PARTICIPANT']],
      ['REPORTING', '2031-05-01', '2031-05-31', 'MONTH', 'INFERRED', ['customs-service-of-norway SPEAKER']],
      ['OTHER', null, null, 'UNKNOWN', null, ['customs-service-of-norway PARTICIPANT']],
    ]);
  });

  it('are not made of what did not happen, nor twice of one that is recalled', async () => {
    expect(await eventsOf('Minister of Fisheries Nils Berg was not received by President Kari Dahl.')).toEqual([]);
    const events = await eventsOf(
      'On May 4, Minister of Fisheries Nils Berg met with President of Finland Aino Salo.',
      'Conclusions. The meeting of Nils Berg with Aino Salo changed little.',
    );
    expect(events).toHaveLength(1);
  });

  it('make of each item of a list of exercises one', async () => {
    const events = await eventsOf(
      'Notable exercises of the Coast Guard Service in May were the following:',
      '— a tactical exercise at night;',
      '— a drill of the 3rd coastal brigade.',
    );
    expect(events).toEqual([
      ['EXERCISE', '2031-05-01', '2031-05-31', 'MONTH', 'STATED', ['coast-guard-service PARTICIPANT']],
      [
        'EXERCISE',
        '2031-05-01',
        '2031-05-31',
        'MONTH',
        'STATED',
        ['coast-guard-service PARTICIPANT', '3rd-coastal-brigade PARTICIPANT'],
      ],
    ]);
  });

  it('are worded from their parts', async () => {
    const of = await extractFrom(
      'On May 4, Minister of Fisheries Nils Berg met with President of Finland Aino Salo in Oslo to talk about herring and more.',
    );
    expect(of('events')[0]?.record).toMatchObject({
      slug: '2031-05-04-meeting-of-nils-berg-and-aino-salo',
      title: 'Meeting of Nils Berg and Aino Salo',
      summary:
        'Meeting of Nils Berg and Aino Salo, on 4 May 2031, at Oslo. Taking part: Nils Berg as participant (Minister of Fisheries); Aino Salo as participant (President of Finland).',
      place: 'oslo',
    });
  });
});
