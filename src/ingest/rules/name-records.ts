import { foldText } from '../../lib/fold.ts';
import { isSamePost } from '../../modules/office/wording.rules.ts';
import type { Anchor, DraftPlace, Side } from './drafts.ts';
import type { Entity, Sighting, Spelling } from './entities.ts';
import { WORLD_BODIES } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { NameBook } from './name-book.ts';
import { compact, type Suggestions, slugify } from './suggestions.ts';
import { capitalise } from './wording.ts';

/** The keys by which records refer to names, and the records of those names. */
export class NameRecords {
  readonly #book: NameBook;
  readonly #out: Suggestions;
  readonly #keys = new Map<Entity, string>();
  readonly #countries = new Map<string, Anchor>();
  readonly #usedCountries = new Set<string>();
  readonly #places = new Map<string, string>();
  readonly #offices = new Map<string, string>();
  readonly #used = new Set<Entity>();

  constructor(book: NameBook, out: Suggestions, mentions: ReadonlyMap<string, readonly Mention[]>) {
    this.#book = book;
    this.#out = out;
    for (const noun of ['actors', 'organisations', 'places', 'agreements', 'offices', 'indicators'] as const) {
      for (const { slug } of book.gazetteer[noun]) out.reserve(noun, slug);
    }
    const named = (kind: Mention['kind']) => ['COUNTRY', 'ADJECTIVE', 'CAPITAL'].includes(kind);
    const all = [...mentions].flatMap(([passage, list]) => list.map((mention) => ({ passage, mention })));
    // Where a state is named only within the name of a body, the body stands for it.
    for (const { passage, mention } of [...all.filter(({ mention }) => named(mention.kind)), ...all]) {
      const { country, start, end } = mention;
      if (country && !this.#countries.has(country)) this.#countries.set(country, { passage, start, end });
      for (const { country } of mention.entities ?? []) {
        if (country && !this.#countries.has(country)) this.#countries.set(country, { passage, start, end });
      }
    }
  }

  keyOf(entity: Entity): string {
    this.#used.add(entity);
    const told = this.#keys.get(entity);
    if (told) return told;
    const key = entity.known?.slug ?? this.#out.claim(entity.noun, slugify(entity.name));
    this.#keys.set(entity, key);
    return key;
  }

  country(code: string): string {
    this.#usedCountries.add(code);
    return code;
  }

  side(side: Side): Readonly<Record<string, string>> {
    if ('country' in side) return { country: this.country(side.country) };
    return { [side.entity.noun === 'organisations' ? 'organisation' : 'actor']: this.keyOf(side.entity) };
  }

  place(place: DraftPlace, anchor: Anchor): string {
    if ('entity' in place) return this.keyOf(place.entity);
    const name = place.capital ?? this.#book.nameOf(place.country);
    const known = this.#book.gazetteer.places.find((record) => foldText(record.name) === foldText(name));
    const told = known?.slug ?? this.#places.get(name);
    if (told) return told;
    const key = this.#out.claim('places', slugify(name));
    this.#places.set(name, key);
    const record = { slug: key, name, country: this.country(place.country) };
    this.#out.add({ noun: 'places', key, record, anchor, rule: 'name.place.country', score: 0.8, recognition: 'NEW' });
    return key;
  }

  /** Every name that was met, and every state and post that a record refers to. */
  addAll(): void {
    for (const entity of this.#book.entities) {
      const met = entity.spellings.some(({ first }) => first !== null);
      if (!met && !this.#used.has(entity)) continue;
      if (entity.noun === 'agreements' || (entity.noun === 'places' && !this.#used.has(entity))) continue;
      if (entity.noun === 'actors') this.#addActor(entity);
      else if (entity.noun === 'organisations') this.#addOrganisation(entity);
      else this.#addPlace(entity);
    }
    for (const code of this.#usedCountries) {
      const anchor = this.#countries.get(code);
      const known = this.#book.gazetteer.countries.some(({ slug }) => slug === code);
      const record = { code, name: this.#book.nameOf(code) };
      if (anchor)
        this.#out.add({
          noun: 'countries',
          key: code,
          record,
          anchor,
          rule: 'name.country',
          score: 0.95,
          recognition: known ? 'KNOWN' : 'NEW',
        });
    }
  }

  #addActor(entity: Entity): void {
    const record = compact({
      slug: this.keyOf(entity),
      name: capitalise(entity.name),
      nameInSource: entity.nameInSource || entity.known ? undefined : false,
      kind: entity.kind,
      country: entity.country && this.country(entity.country),
      names: namesOf(entity),
      tenures: this.#tenuresOf(entity),
    });
    this.#addName(entity, record);
  }

  #addOrganisation(entity: Entity): void {
    const parent = entity.parent && entity.parent !== entity ? this.keyOf(entity.parent) : undefined;
    const record = compact({
      slug: this.keyOf(entity),
      name: capitalise(entity.name),
      nameInSource: entity.nameInSource || entity.known ? undefined : false,
      kind: entity.known?.kind ?? kindOf(entity.name),
      country: entity.country && this.country(entity.country),
      parent,
      names: namesOf(entity),
    });
    this.#addName(entity, record);
  }

  #addPlace(entity: Entity): void {
    const record = compact({
      slug: this.keyOf(entity),
      name: entity.name,
      country: entity.country && this.country(entity.country),
    });
    this.#addName(entity, record);
  }

  #addName(entity: Entity, record: Readonly<Record<string, unknown>>): void {
    const { recognition } = entity;
    const seen = entity.spellings
      .filter(({ first }) => first !== null)
      .sort((a, b) => Number(a.derived) - Number(b.derived));
    const variant = recognition === 'VARIANT' ? seen.find(({ known }) => !known) : undefined;
    const anchor = (variant ?? seen[0])?.first;
    if (!anchor) return;
    this.#out.add({
      noun: entity.noun,
      key: this.keyOf(entity),
      record,
      anchor,
      rule: entity.rule.replace('.known', `.${recognition.toLowerCase()}`),
      score: variant?.likeness?.score ?? entity.score,
      recognition,
      evidence: variant ? evidenceOf(variant, entity) : null,
    });
  }

  /** One tenure for each post, however it is worded. */
  #tenuresOf(entity: Entity): readonly unknown[] {
    const tenures = new Map<
      string,
      { rank: string | null; wordings: Set<string>; passages: Set<string>; title: string }
    >();
    for (const { wording, rank, passage, organisation } of entity.offices) {
      if (entity.kind === 'GROUP') continue;
      const body = organisation ? this.keyOf(organisation) : null;
      const office = this.#office(entity, wording, body, organisation, {
        passage,
        ...(entity.spellings.find(({ first }) => first)?.first ?? { start: 0, end: 0 }),
      } as Sighting);
      if (!office) continue;
      const told = tenures.get(office.key) ?? { rank, wordings: new Set(), passages: new Set(), title: office.title };
      told.wordings.add(wording);
      told.passages.add(passage);
      told.rank ??= rank;
      tenures.set(office.key, told);
    }
    return [...tenures].map(([office, { rank, wordings, passages, title }]) =>
      compact({
        office,
        rank,
        names: [...wordings].filter((wording) => wording !== title).map((text) => ({ text, kind: 'VARIANT' })),
        cites: [...passages],
      }),
    );
  }

  #office(
    entity: Entity,
    wording: string,
    body: string | null,
    organisation: Entity | null,
    anchor: Sighting,
  ): { key: string; title: string } | null {
    const known = this.#book.gazetteer.offices.find(
      ({ slug, name, names, organisation }) =>
        (entity.known?.offices?.includes(slug) ?? false) ||
        ((!body || organisation === body) && [name, ...names].some((title) => isSamePost(title, wording))),
    );
    if (known) return { key: known.slug, title: known.name };
    // A bare title is a post only together with its state.
    const bare = !/ (?:of|for|to) /.test(wording) && !organisation;
    if (bare && !entity.country) return null;
    const title = bare ? `${wording} of ${this.#book.nameOf(entity.country ?? '')}` : capitalise(wording);
    const holder = body ? `${body}|${headOf(wording)}` : slugify(title);
    const told = this.#offices.get(holder);
    if (told) return { key: told, title: '' };
    const key = this.#out.claim('offices', slugify(title));
    this.#offices.set(holder, key);
    const record = compact({ slug: key, title, titleInSource: bare ? false : undefined, organisation: body });
    this.#out.add({ noun: 'offices', key, record, anchor, rule: 'name.office', score: 0.7, recognition: 'NEW' });
    return { key, title };
  }
}

/** "Chairman", "Chief" and "head" of one body are told apart by nothing but whether they are the deputy. */
const headOf = (wording: string) =>
  /\b(?:deputy|first|assistant|vice|under|adviser|advisor)\b/i.test(wording) ? slugify(wording) : 'head';

const evidenceOf = (variant: Spelling, entity: Entity) =>
  variant.likeness
    ? `"${variant.text}" is near to "${variant.near ?? entity.name}": ${variant.likeness.reason}.`
    : `"${variant.text}" stands for "${entity.name}" here.`;

/** The spellings that are not on record yet. */
function namesOf(entity: Entity): readonly unknown[] {
  const main = capitalise(entity.name);
  return entity.spellings
    .filter(({ text, known, first }) => !known && first !== null && text !== main)
    .map(({ text, kind }) => ({ text, kind: kind === 'PREFERRED' ? 'VARIANT' : kind }));
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:special services?|intelligence|counter-?intelligence|anti-terrorist units)\b/i, 'INTELLIGENCE'],
  [/\b(?:plant|factory|jsc|ojsc|company|enterprise|corporation|holding|concern|works|shipyard|bank)\b/i, 'COMPANY'],
  [
    /\b(?:police|prosecutor|internal affairs|interior|customs|border|law enforcement|internal troops|militia|investigative|guard)\b/i,
    'LAW_ENFORCEMENT',
  ],
  [
    /\b(?:army|armies|armed|forces|force|navy|fleet|brigade|regiment|battalion|division|defen[cs]e|military|general staff|base|corps|squadron|training centre|commissariats?|arms)\b/i,
    'MILITARY',
  ],
  [
    /\b(?:joint|intergovernmental|interstate|\p{Lu}\p{L}+-\p{Lu}\p{L}+) .*(?:committee|commission|group|council)\b/iu,
    'INTERNATIONAL',
  ],
  [
    /\b(?:ministry|committee|council|government|department|agency|service|parliament|assembly|administration|presidential|cabinet|court|commission)\b/i,
    'GOVERNMENT',
  ],
  [/\b(?:union|organisation|organization|alliance|treaty)\b/i, 'INTERNATIONAL'],
];

function kindOf(name: string): string {
  const world = WORLD_BODIES[name];
  if (world) return world;
  if (/\p{Lu}\p{L}+[-–]\p{Lu}\p{L}+ (?:\p{L}+ )*(?:Committee|Commission|Council|Group)/u.test(name))
    return 'INTERNATIONAL';
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'OTHER';
}
