import type { DraftRecord } from './record.rules.ts';

/** What a record of an edition is called, by noun (as files name it) and key; null for one that nobody knows. */
export type NameOf = (noun: string, key: string) => string | null;

type Role =
  | 'HOST'
  | 'VISITOR'
  | 'HEAD_OF_DELEGATION'
  | 'PARTICIPANT'
  | 'INSPECTOR'
  | 'INSPECTED'
  | 'SUBJECT'
  | 'SPEAKER';

interface Telling {
  /** "met", and "meet" after "is to". */
  readonly past: string;
  readonly base: string;
  readonly passive?: true;
  /** Who does it; the first that is there. With none, the title tells it. */
  readonly by: readonly (Role | string)[];
  /** To whom; without, one of several doers is named after the verb. */
  readonly to?: readonly (Role | string)[];
}

const TELLINGS: Readonly<Record<string, Telling>> = {
  MEETING: {
    past: 'met',
    base: 'meet',
    by: ['HOST', 'PARTICIPANT'],
    to: ['HEAD_OF_DELEGATION', 'VISITOR', 'PARTICIPANT'],
  },
  INSPECTION: { past: 'checked', base: 'check', by: ['INSPECTOR'], to: ['INSPECTED'] },
  APPOINTMENT: { past: 'appointed', base: 'be appointed', by: ['SUBJECT'], passive: true },
  DISMISSAL: { past: 'dismissed', base: 'be dismissed', by: ['SUBJECT'], passive: true },
  DETENTION: { past: 'detained', base: 'be detained', by: ['SUBJECT'], passive: true },
  REPORTING: { past: 'published figures', base: 'publish figures', by: ['SPEAKER', 'PARTICIPANT'] },
  STATEMENT: { past: 'spoke in public', base: 'speak in public', by: ['SPEAKER'] },
};

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dateOf = (iso: string) => new Date(`${iso}T00:00:00Z`);

const AND = new Intl.ListFormat('en-GB');

/** Who did what with whom, where, when, and on what. */
export function tellEvent(record: DraftRecord, nameOf: NameOf): string {
  const deed = deedOf(record, nameOf) ?? titleOf(record);
  if (deed === '') return '';
  const place = typeof record.place === 'string' ? nameOf('places', record.place) : null;
  const where = place && !deed.includes(place) ? ` in ${place}` : '';
  const off = record.modality === 'CANCELLED' ? '; it was called off' : '';
  return `${deed}${where}${whenOf(record)}${topicsOf(record, nameOf)}${off}.`;
}

/** A title says nothing of whether it came about. */
function titleOf({ title, modality }: DraftRecord): string {
  const told = textOf(title);
  const state = textOf(modality).toLowerCase();
  const said = ['planned', 'alleged'].includes(state) && told !== '' && !told.toLowerCase().includes(state);
  return said ? `${told} (${state})` : told;
}

function deedOf(record: DraftRecord, nameOf: NameOf): string | null {
  const { kind, modality } = record;
  const participations = recordsIn(record.participations);
  const named = (roles: readonly string[]) => {
    const found = participations.filter(({ role }) => roles.includes(String(role)));
    return [...new Set(found.flatMap((party) => partyName(party, nameOf) ?? []))];
  };
  if (kind === 'VISIT') return visitOf(record, named, nameOf);
  const telling = TELLINGS[String(kind)];
  if (!telling) return null;
  const role = telling.by.find((role) => named([role]).length > 0);
  let doers = role === undefined ? [] : named([role]);
  let others = telling.to ? named(telling.to.filter((other) => other !== role)) : [];
  if (others.length === 0 && telling.to?.includes(role ?? '')) [doers, others] = [doers.slice(0, 1), doers.slice(1)];
  if (doers.length === 0 || (telling.to && others.length === 0)) return null;
  return `${AND.format(doers)} ${verbOf(telling, modality, doers.length > 1)}${others.length > 0 ? ` ${AND.format(others)}` : ''}`;
}

function visitOf(
  record: DraftRecord,
  named: (roles: readonly string[]) => readonly string[],
  nameOf: NameOf,
): string | null {
  const heads = named(['HEAD_OF_DELEGATION']);
  const guests = named(['VISITOR']).filter((guest) => !heads.includes(guest));
  const who = guests.length > 0 ? guests : heads;
  const hosts = named(['HOST']);
  const place = typeof record.place === 'string' ? nameOf('places', record.place) : null;
  const where = place ?? (hosts.length > 0 ? AND.format(hosts) : null);
  if (who.length === 0 || !where) return null;
  const led = guests.length > 0 && heads.length > 0 ? `, led by ${AND.format(heads)},` : '';
  return `${AND.format(who)}${led} ${verbOf({ past: 'visited', base: 'visit', by: [] }, record.modality, who.length > 1)} ${where}`;
}

function verbOf({ past, base, passive }: Telling, modality: unknown, plural: boolean): string {
  const [is, was] = plural ? ['are', 'were'] : ['is', 'was'];
  if (modality === 'PLANNED') return `${is} to ${base}`;
  if (modality === 'CANCELLED') return `${was} to ${base}`;
  if (modality === 'ALLEGED')
    return `${is} said to have ${passive ? `been ${past}` : past === 'spoke in public' ? 'spoken in public' : past}`;
  return passive ? `${was} ${past}` : past;
}

function whenOf({ start, end, precision }: DraftRecord): string {
  if (typeof start !== 'string') return '';
  if (precision === 'MONTH') return ` in ${MONTH.format(dateOf(start))}`;
  if (precision === 'YEAR') return ` in ${start.slice(0, 4)}`;
  if (precision === 'SEASON') return '';
  if (typeof end !== 'string') return ` from ${DAY.format(dateOf(start))}`;
  return ` ${precision === 'WITHIN' ? 'within' : 'on'} ${DAY.formatRange(dateOf(start), dateOf(end)).replaceAll(/\s?–\s?/g, '–')}`;
}

function topicsOf({ topics }: DraftRecord, nameOf: NameOf): string {
  const names = stringsIn(topics).flatMap((topic) => nameOf('topics', topic) ?? []);
  return names.length > 0 ? `, on ${AND.format(names.slice(0, 3).map(lowerFirst))}` : '';
}

const COMPARATORS: Readonly<Record<string, string>> = {
  ABOUT: 'about ',
  ALMOST: 'almost ',
  MORE_THAN: 'more than ',
  AT_LEAST: 'at least ',
  LESS_THAN: 'less than ',
  AT_MOST: 'at most ',
};

/** The figures of a passage in one sentence. */
export function tellFigures(
  records: readonly DraftRecord[],
  nameOf: NameOf,
  unitOf: (indicator: string) => string | null,
): string {
  const figures = [...new Set(records.map((record) => figureOf(record, nameOf, unitOf)))]
    .filter((one) => one !== '')
    .map((one, index) => (index === 0 ? one : lowerFirst(one)));
  if (figures.length === 0) return '';
  return `${figures.slice(0, MOST_FIGURES).join('; ')}${figures.length > MOST_FIGURES ? '; and others' : ''}.`;
}

const MOST_FIGURES = 4;

function figureOf(
  { label, value, lower, upper, comparator, indicator }: DraftRecord,
  nameOf: NameOf,
  unitOf: (indicator: string) => string | null,
): string {
  // What a label has in brackets tells the occasion, which stands beside.
  const what = (nameOf('indicators', String(indicator)) ?? textOf(label)).replace(/ \(.*\)$|, passage [\d.]+$/, '');
  if (what === '') return '';
  const unit = unitOf(String(indicator)) ?? '';
  // What is counted is said by the name; what is measured is not.
  const measured = /^\{[a-z]/.test(unit) ? '' : ` ${unit.replaceAll(/[{}]/g, '')}`.trimEnd();
  const figure =
    value === undefined
      ? `${numberText(lower)} to ${numberText(upper)}`
      : `${COMPARATORS[textOf(comparator)] ?? ''}${numberText(value)}`;
  return /^Figure in /.test(what) ? `${figure}${measured}` : `${what}: ${figure}${measured}`;
}

const numberText = (figure: unknown) => (typeof figure === 'number' ? figure.toLocaleString('en-GB') : '');

/** An agreement by its title and how it stands. */
export function tellAgreement({ title, status }: DraftRecord): string {
  const told = textOf(title);
  const state = textOf(status).toLowerCase().replaceAll('_', ' ');
  if (told === '') return '';
  return told.toLowerCase().startsWith(state) ? `${told}.` : `${told} (${state}).`;
}

function partyName(party: unknown, nameOf: NameOf): string | null {
  const { actor, organisation, country } = (party ?? {}) as DraftRecord;
  if (typeof actor === 'string') return nameOf('actors', actor);
  if (typeof organisation === 'string') return nameOf('organisations', organisation);
  return typeof country === 'string' ? nameOf('countries', country) : null;
}

/** "Military cooperation" within a sentence, or "Counter-terrorism"; what goes on with a capital or a number is a name. */
export const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}+(?:$|:|-\p{Ll}|\s(?!\p{Lu}\p{Ll}))/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const stringsIn = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];

const recordsIn = (list: unknown): readonly DraftRecord[] =>
  Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
