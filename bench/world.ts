import { Random } from './random.ts';

/** How many rows of what a generated database holds; everything follows from the number of events. */
export interface World {
  readonly events: number;
  readonly reports: number;
  readonly perReport: number;
  readonly actors: number;
  readonly organisations: number;
  readonly topics: number;
  readonly places: number;
  readonly indicators: number;
}

/** Monthly reports of four series, with the same number of events each. */
export function createWorld(events: number): World {
  const reports = Math.max(4, Math.round(events / 250));
  return {
    events,
    reports,
    perReport: Math.ceil(events / reports),
    actors: Math.max(40, Math.round(events / 10)),
    organisations: Math.max(20, Math.round(events / 50)),
    topics: 100,
    places: 500,
    indicators: 200,
  };
}

export const SERIES = 4;
const KINDS =
  'MEETING MEETING MEETING MEETING VISIT VISIT EXERCISE TRAINING CONFERENCE COMMITTEE_SESSION AGREEMENT_STEP STATEMENT SEIZURE INSPECTION ORDER REPORTING OTHER'.split(
    ' ',
  );

export interface Participant {
  readonly kind: 'actor' | 'organisation' | 'country';
  readonly index: number;
  readonly onBehalfOf: number | null;
}

export interface EventFacts {
  readonly kind: string;
  readonly modality: 'HELD' | 'PLANNED';
  /** Days since the first of the report's month; null: undated. */
  readonly start: number | null;
  readonly end: number | null;
  readonly isKeyEvent: boolean;
  readonly place: number | null;
  readonly topics: readonly number[];
  readonly participants: readonly Participant[];
  /** A second passage that tells it, or null. */
  readonly retold: number | null;
}

/** Everything about one event, the same whenever it is asked: tables are written one after the other. */
export function factsOf(world: World, index: number, countries: number): EventFacts {
  const random = new Random(index * 7919 + 17);
  const kind = random.pick(KINDS);
  const dated = !random.chance(0.1);
  const start = dated ? random.below(27) : null;
  const participants = new Map<string, Participant>();
  for (let wanted = 2 + random.below(4); wanted > 0; wanted -= 1) {
    const participant = participantOf(random, world, countries);
    participants.set(`${participant.kind} ${participant.index}`, participant);
  }
  const first = index - (index % world.perReport);
  return {
    kind,
    modality: random.chance(0.9) ? 'HELD' : 'PLANNED',
    start,
    end: start === null ? null : start + (random.chance(0.15) ? random.below(4) : 0),
    isKeyEvent: random.chance(0.1),
    place: random.chance(0.5) ? random.skewed(world.places) : null,
    topics: [...new Set([random.skewed(world.topics), random.skewed(world.topics)])],
    participants: [...participants.values()],
    retold: random.chance(0.2) ? first + random.below(Math.min(world.perReport, world.events - first)) : null,
  };
}

function participantOf(random: Random, world: World, countries: number): Participant {
  const draw = random.next();
  if (draw < 0.7) {
    const index = random.skewed(world.actors);
    return { kind: 'actor', index, onBehalfOf: random.chance(0.4) ? index % world.organisations : null };
  }
  return draw < 0.92
    ? { kind: 'organisation', index: random.skewed(world.organisations), onBehalfOf: null }
    : { kind: 'country', index: random.skewed(countries), onBehalfOf: null };
}
