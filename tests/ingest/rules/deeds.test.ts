import { describe, expect, it } from 'vitest';
import { extractFrom } from './extract-from.ts';

type Participation = { actor?: string; organisation?: string; country?: string; role: string };

async function eventsOf(...lines: readonly string[]) {
  const of = await extractFrom(...lines);
  return of('events').map(({ record }) => ({
    kind: record.kind,
    start: record.start ?? null,
    end: record.end ?? null,
    precision: record.precision,
    modality: record.modality,
    sides: ((record.participations ?? []) as readonly Participation[]).map(
      ({ actor, organisation, country, role }) => `${actor ?? organisation ?? country} ${role}`,
    ),
  }));
}

describe('a deed of a day, however it is told', () => {
  it.each([
    // Active, passive, and by a noun beside a verb that says little.
    ['the Coast Guard Service practised landings.', 'EXERCISE'],
    ['live firing of the 3rd coastal brigade took place near Bergen.', 'EXERCISE'],
    ['manoeuvres with boats kicked off near Bergen.', 'EXERCISE'],
    ['a muster of skippers was opened in Bergen.', 'TRAINING'],
    ['a new radar was tested near Bergen.', 'EQUIPMENT_TEST'],
    ['flight tests of a drone were completed.', 'EQUIPMENT_TEST'],
    ['two new boats were delivered to the 3rd coastal brigade.', 'DELIVERY'],
    ['a batch of radars arrived in Bergen.', 'DELIVERY'],
    ['a ceremony of handing over four boats took place in Bergen.', 'DELIVERY'],
    ['the Bergen City Court found Nils Berg guilty of theft.', 'CRIMINAL_CASE'],
    ['two skippers were sentenced to 4 years in prison.', 'CRIMINAL_CASE'],
    ['three citizens of Latvia were detained in Bergen.', 'DETENTION'],
    ['forty nets were found and confiscated.', 'SEIZURE'],
    ['an attempt to illegally cross the border was prevented.', 'BORDER_INCIDENT'],
    ['a lorry of the Coast Guard Service overturned.', 'ACCIDENT'],
    ['Nils Berg was transferred to the reserve.', 'DISMISSAL'],
    ['Colonel Nils Berg took office as commander of the 3rd coastal brigade.', 'APPOINTMENT'],
    ['Oslo restricted the entry of Latvian skippers.', 'SANCTION'],
    ['the law on nets was amended.', 'LEGAL_ACT'],
    ['a contract for radars was initialled.', 'AGREEMENT_STEP'],
    ['talks with Latvia on the price of herring continued.', 'AGREEMENT_STEP'],
    ['results of the year were voiced by the Customs Service of Norway.', 'REPORTING'],
    ['inspectors from Finland and Latvia paid an evaluation visit to the 3rd coastal brigade.', 'INSPECTION'],
    ['a snap check of the 3rd coastal brigade was conducted.', 'INSPECTION'],
    ['the delegation of Latvia stayed in Oslo.', 'VISIT'],
    ['Nils Berg talked with President of Finland Aino Salo.', 'MEETING'],
    ['President of Finland Aino Salo was also accepted by Minister of Fisheries Nils Berg.', 'MEETING'],
    ['the Norwegian-Latvian fishing commission met in Bergen.', 'COMMITTEE_SESSION'],
    ['the joint board of the Ministries of Fisheries of Norway and Latvia convened in Oslo.', 'BOARD_MEETING'],
    ['a salon of boats opened its doors in Bergen.', 'EXHIBITION'],
    ['a seminar on nets was organised in Bergen.', 'CONFERENCE'],
    ['a lighthouse was opened near Bergen.', 'OTHER'],
  ])('On May 4, %s', async (text, kind) => {
    const [event, ...more] = await eventsOf(`On May 4, ${text}`);
    expect(event).toMatchObject({ kind, start: '2031-05-04' });
    expect(more).toEqual([]);
  });

  it('is told once for each verb, by whoever the clause says', async () => {
    expect(
      await eventsOf(
        'On May 4, Minister of Fisheries Nils Berg paid a one-day visit to Riga, where he held talks with President of Latvia Janis Ozols and signed a treaty.',
      ),
    ).toMatchObject([
      { kind: 'MEETING', sides: ['nils-berg PARTICIPANT', 'janis-ozols PARTICIPANT'] },
      { kind: 'AGREEMENT_STEP', sides: ['nils-berg SIGNATORY'] },
      { kind: 'VISIT', sides: ['nils-berg VISITOR'] },
    ]);
  });

  it('is done by those whom print only says what they are', async () => {
    const events = await eventsOf(
      'On May 4, the Coast Guard Service detained two citizens of Latvia.',
      'On May 5, four sailors died near Bergen.',
      'On May 6, Serbian and Latvian paratroopers arrived in Oslo.',
    );
    expect(events.map(({ kind, sides }) => [kind, sides])).toEqual([
      ['DETENTION', ['coast-guard-service PARTICIPANT', 'citizens-of-latvia SUBJECT']],
      ['ACCIDENT', ['sailors SUBJECT']],
      ['VISIT', ['serbian-and-latvian-paratroopers VISITOR']],
    ]);
  });

  it('has the days of its own clause, of the end told later, and of the visit it ended', async () => {
    expect(
      await eventsOf(
        'On May 4, a check of the 3rd coastal brigade began. The check ended on May 9.',
        'From May 10 to 12, a delegation of Latvia stayed in Oslo. On the final day of the visit, the delegation laid flowers.',
        'At the end of the month, the Bergen Institute released a poll, which was conducted from April 5 to April 20.',
      ),
    ).toMatchObject([
      { kind: 'INSPECTION', start: '2031-05-04', end: '2031-05-09' },
      { kind: 'VISIT', start: '2031-05-10', end: '2031-05-12' },
      { kind: 'OTHER', start: '2031-05-12', end: '2031-05-12' },
      { kind: 'REPORTING', start: '2031-05-01', end: '2031-05-31', precision: 'MONTH' },
      { kind: 'OTHER', start: '2031-04-05', end: '2031-04-20' },
    ]);
  });

  it('is planned where it is to come, recalled where somebody only tells of it, and none where it was called off', async () => {
    expect(
      await eventsOf(
        'On May 4, the exercise “Herring” began. Two boats will be sent to Riga in June.',
        'The Coast Guard Service announced the detention of three residents of Bergen.',
        'An exercise was to be held on May 20, but it was called off.',
      ),
    ).toMatchObject([
      { kind: 'EXERCISE', modality: 'HELD' },
      { kind: 'OTHER', modality: 'PLANNED', precision: 'UNKNOWN' },
      { kind: 'DETENTION', precision: 'UNKNOWN', sides: ['residents-of-bergen SUBJECT'] },
      { kind: 'STATEMENT', sides: ['coast-guard-service SPEAKER'] },
    ]);
  });

  it('is planned where a bullet orders it, and a check that was only ordered', async () => {
    const events = await eventsOf(
      'On May 4, Minister of Fisheries Nils Berg held a meeting on boats. He instructed:',
      '— to hand over three boats to the Coast Guard Service until the end of the year;',
      '— to mend nets.',
      'On May 5, a lorry overturned. An internal check has been appointed.',
    );
    expect(events.map(({ kind, modality }) => `${kind} ${modality}`)).toEqual([
      'MEETING HELD',
      'DELIVERY PLANNED',
      'ACCIDENT HELD',
      'INSPECTION PLANNED',
    ]);
  });

  it.each([
    ['the 3rd coastal brigade marched to Bergen.', 'OTHER'],
    ['an order on nets was signed.', 'ORDER'],
    ['a law on nets was signed.', 'LEGAL_ACT'],
    ['an agreement with Latvia on herring expired.', 'OTHER'],
    ['three rifles and 90 cartridges were found in a shed.', 'SEIZURE'],
    ['three fishermen strayed across the border.', 'BORDER_INCIDENT'],
    ['the detainees were handed over to the Coast Guard Service.', 'OTHER'],
    ['two radars were handed over to the Coast Guard Service.', 'DELIVERY'],
    ['up to 90 reservists were called up for training.', 'TRAINING'],
    ['the manoeuvres “Herring” ran near Bergen.', 'EXERCISE'],
    ['the skipper got a reprimand.', 'ORDER'],
    ['Oslo entered five skippers on its black list.', 'SANCTION'],
    ['a drone of the Coast Guard Service took to the air.', 'EQUIPMENT_TEST'],
    ['a boat made a hard landing near Bergen.', 'ACCIDENT'],
    ['a fire destroyed a depot near Bergen.', 'ACCIDENT'],
    ['Minister of Fisheries Nils Berg hosted his Latvian colleague Janis Kalns.', 'MEETING'],
    ['Minister of Fisheries Nils Berg flew off to Riga.', 'VISIT'],
    ['customs officers turned up 40 kg of hashish.', 'SEIZURE'],
    ['Oslo and Riga came to terms on the price of herring.', 'AGREEMENT_STEP'],
    ['three days of talks with Latvia ended in Riga.', 'MEETING'],
    ['a suspect was transferred to Latvia.', 'OTHER'],
  ])('is of a kind that its verb and what it is about tell together: %s', async (text, kind) => {
    const events = await eventsOf(`On May 4, ${text}`);
    expect(events).toMatchObject([{ kind, start: '2031-05-04' }]);
  });

  it('is none that states, supposes, compares or counts', async () => {
    expect(
      await eventsOf(
        'The armoured boats weighed nine tonnes and needed a crew of three.',
        'Nobody was called to Bergen.',
        'Of forty nets, of which nine had arrived from Latvia, some seemed old.',
      ),
    ).toEqual([]);
  });

  it('has the days of the clause that tells it, counted on from a day told before', async () => {
    const events = await eventsOf(
      'On May 7, a lighthouse was opened near Bergen. The following week, a harbour was closed. A month earlier, a museum was founded.',
      'On the night of May 12 to 13, two skippers were detained. The following morning they were released.',
      'A regular session of the Norwegian-Latvian fishing commission opened in Bergen on May 19, lasting until May 21.',
      'On May 26, Finland and Norway agreed on an exchange of skippers in 2033.',
    );
    expect(events.map(({ start, end, precision }) => [start, end, precision])).toEqual([
      ['2031-05-07', '2031-05-07', 'DAY'],
      ['2031-05-12', '2031-05-18', 'WITHIN'],
      ['2031-04-01', '2031-04-30', 'MONTH'],
      ['2031-05-12', '2031-05-13', 'WITHIN'],
      ['2031-05-13', '2031-05-13', 'DAY'],
      ['2031-05-19', '2031-05-21', 'DAY'],
      ['2031-05-26', '2031-05-26', 'DAY'],
    ]);
  });

  it('is an occasion that is only named, and has no day where it is only told of', async () => {
    const events = await eventsOf(
      'Summing up the year at an assembly of skippers on May 4, Minister of Fisheries Nils Berg spoke of herring.',
      'On May 9, the Coast Guard Service reported that Latvia had received a batch of radars.',
    );
    expect(events).toMatchObject([
      { kind: 'MEETING', start: '2031-05-04', sides: ['nils-berg PARTICIPANT'] },
      { kind: 'DELIVERY', start: null, precision: 'UNKNOWN' },
      { kind: 'STATEMENT', start: '2031-05-09' },
    ]);
  });

  it('takes in what was done on an exercise, and whoever did it', async () => {
    const events = await eventsOf(
      'On May 4-6, the joint exercise “Herring” was held near Bergen. Finland sent two aircraft. Four targets were hit.',
    );
    expect(events).toMatchObject([{ kind: 'EXERCISE', sides: ['FI PARTICIPANT'] }]);
  });
});
