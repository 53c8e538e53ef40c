import { foldWording, isSamePost } from '../../modules/office/wording.rules.ts';
import type { Entity } from './entities.ts';
import { readNewName } from './new-names.ts';
import type { Office } from './offices.ts';
import { singular } from './plurals.ts';
import { type Reading, remove } from './reading.ts';
import { bodyOfCountry } from './state-bodies.ts';
import { capitalise } from './wording.ts';

/** Whose name stands before "was appointed", in the same sentence. */
export function findAppointee(reading: Reading, position: number): Entity | null {
  const { book, passage, text, tokens, mentions } = reading;
  const start = position - (/[.!?] [^.!?]*$/.exec(text.slice(0, position))?.[0].length ?? position);
  const named = mentions.findLast(({ kind, start: at, end }) => kind === 'PERSON' && end <= position && at >= start);
  if (named?.entity) return named.entity;
  const index = tokens.findIndex(({ start: at, capital }) => at >= start && at < position && capital);
  const run = index < 0 ? null : readNewName(reading, index);
  if (!run || !/^,? (?:was|has been|were|became) /.test(text.slice(run.end))) return null;
  const entity = book.recognisePerson(text.slice(run.start, run.end), { passage, ...run }, 0.8);
  mentions.push({ ...run, kind: 'PERSON', entity, country: entity.country });
  return entity;
}

/** "the heads of the Security Councils of A and B": one for each body; "the heads of the special services": a group. */
export function addHolders(reading: Reading, office: Office): void {
  const { book, text, passage, mentions } = reading;
  const bodies = office.within.find(({ entities }) => entities && entities.length > 1)?.entities;
  const range = { start: office.start, end: office.end };
  const sighting = { passage, ...range };
  const title = singular(office.head);
  if (!bodies) {
    const body = office.within.find(({ kind }) => kind === 'ORGANISATION')?.entity ?? null;
    if (!body) return;
    const entity = book.recogniseGroup(capitalise(text.slice(range.start, range.end)), null, sighting);
    entity.offices.push({ wording: title, rank: null, passage, organisation: body });
    remove(mentions, range);
    mentions.push({ ...range, kind: 'GROUP', entity, country: null, officeBody: body });
    return;
  }
  const entities = bodies.map((body) => {
    const holder = findHolder(reading, body);
    if (holder) return holder;
    const wording = `${capitalise(title)} of the ${body.name}`;
    const entity = book.recogniseHolder(wording, body.country, sighting);
    entity.nameInSource = false;
    entity.offices.push({
      wording: `${title} of the ${body.name.replace(/ of .*$/, '')}`,
      rank: null,
      passage,
      organisation: body,
    });
    return entity;
  });
  remove(mentions, range);
  mentions.push({ ...range, kind: 'GROUP', entity: entities[0], entities, country: null });
}

/**
 * Whoever is known, or told so far, to hold an office at the body: its head if there are several. `met` leaves out those
 * whom the text has not named: who held an office in one edition need not hold it in the next.
 */
export function findHolder(
  { book }: Reading,
  body: Entity,
  only: { readonly met: boolean } = { met: false },
): Entity | null {
  const offices = book.gazetteer.offices
    .filter(({ organisation }) => organisation && organisation === body.known?.slug)
    .map(({ slug }) => slug);
  const holders = book.entities.filter(
    ({ kind, offices: told, known }) =>
      kind === 'PERSON' &&
      (told.some(({ organisation }) => organisation === body) ||
        known?.offices?.some((office) => offices.includes(office))),
  );
  const met = holders.filter(({ spellings }) => spellings.some(({ first }) => first !== null));
  if (met.length === 1 || only.met) return met.length === 1 ? (met[0] ?? null) : null;
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** Whether one of the offices that the person is known or told to hold is worded so. */
export function isHeldBy({ book }: Reading, holder: Entity, wording: string): boolean {
  const known = book.gazetteer.offices.filter(({ slug }) => holder.known?.offices?.includes(slug));
  const wordings = [
    ...holder.offices.map(({ wording }) => wording),
    ...known.flatMap(({ name, names }) => [name, ...names]),
  ];
  return wordings.some((other) => isSamePost(wording, other) || bagOf(wording) === bagOf(other));
}

/** Translations of one title order its words differently: "State Secretary", "Secretary of State". */
const bagOf = (wording: string) =>
  foldWording(wording)
    .filter((word) => !/^(?:of|for|and)$/.test(word))
    .toSorted()
    .join(' ');

const MINISTRIES: Readonly<Record<string, string>> = {
  foreign: 'Foreign Affairs',
  defence: 'Defence',
  defense: 'Defense',
  interior: 'Internal Affairs',
};

/** The body for which the holder of an office stands. */
export function bodyOf(reading: Reading, office: Office): Entity | null {
  const { book, text, passage } = reading;
  const own = office.within.find(({ kind }) => kind === 'ORGANISATION');
  if (own?.entity) return own.entity;
  const wording = text.slice(office.start, office.end);
  const country = office.within.find(({ kind }) => kind === 'COUNTRY' || kind === 'ADJECTIVE')?.country ?? book.home;
  const sighting = { passage, start: office.start, end: office.end };
  const field =
    /\bMinister (?:of|for) (?:the )?(?<field>\p{Lu}[\p{L}-]*(?:(?: and)? \p{Lu}[\p{L}-]*)*)/u.exec(wording)?.groups
      ?.field ??
    MINISTRIES[
      /\b(?<field>Foreign|Defence|Defense|Interior)\s+Minister\b/.exec(wording)?.groups?.field?.toLowerCase() ?? ''
    ];
  const isState = field ? book.index.find(field).some(({ type }) => type === 'COUNTRY') : true;
  if (field && !isState && country) {
    const name = `Ministry of ${field}`;
    return book.recogniseBody(`${name} of ${book.nameOf(country)}`, country, sighting, { inSource: false });
  }
  if (/\bChief of (?:the )?General Staff\b/i.test(wording) && country)
    return bodyOfCountry(book, 'General Staff', country, sighting);
  return null;
}
