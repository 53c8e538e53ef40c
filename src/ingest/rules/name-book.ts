import { foldText } from '../../lib/fold.ts';
import type { Gazetteer } from '../extractor.ts';
import { type CountryWording, listCountryWordings } from './countries.ts';
import { Entity, type Sighting } from './entities.ts';
import { NameIndex } from './known-names.ts';
import { compareSpellings, isNearWord } from './similar.ts';

export type Owner =
  | { readonly type: 'ENTITY'; readonly entity: Entity }
  | { readonly type: 'COUNTRY'; readonly code: string; readonly how: 'NAME' | 'ADJECTIVE' | 'CAPITAL' };

/** All names that are known before a text is read, and those that its passages add. */
export class NameBook {
  readonly gazetteer: Gazetteer;
  readonly countries: ReadonlyMap<string, CountryWording>;
  readonly index = new NameIndex<Owner>();
  readonly entities: Entity[] = [];
  /** The country that the text names most. */
  home: string | null = null;
  readonly #bySurname = new Map<string, Entity[]>();

  constructor(gazetteer: Gazetteer) {
    this.gazetteer = gazetteer;
    this.countries = new Map(listCountryWordings(gazetteer.countries).map((wording) => [wording.code, wording]));
    for (const record of gazetteer.actors) this.#addKnown('actors', record.kind as Entity['kind'], record);
    for (const record of gazetteer.organisations) this.#addKnown('organisations', 'ORGANISATION', record);
    for (const record of gazetteer.agreements) this.#addKnown('agreements', 'AGREEMENT', record);
    for (const record of gazetteer.places) {
      // A country is a place by its code already.
      if (!this.index.find(record.name).some(({ type }) => type === 'ENTITY'))
        this.#addKnown('places', 'PLACE', record);
    }
    for (const { code, names, adjectives, capitals } of this.countries.values()) {
      for (const name of names) this.index.add(name, { type: 'COUNTRY', code, how: 'NAME' });
      for (const name of adjectives) this.index.add(name, { type: 'COUNTRY', code, how: 'ADJECTIVE' });
      for (const name of capitals) this.index.add(name, { type: 'COUNTRY', code, how: 'CAPITAL' });
    }
  }

  #addKnown(noun: Entity['noun'], kind: Entity['kind'], known: NonNullable<Entity['known']>): void {
    const country = known.country ?? null;
    const entity = new Entity({ noun, kind, known, country, score: 0.95, rule: `name.${kind.toLowerCase()}.known` });
    this.#keep(entity, [known.name, ...known.names]);
  }

  #keep(entity: Entity, names: readonly string[]): void {
    this.entities.push(entity);
    for (const name of new Set(names)) {
      if (entity.known)
        entity.see(name, null, { known: true, kind: name === entity.known.name ? 'PREFERRED' : 'VARIANT' });
      this.#addName(entity, name);
    }
  }

  #addName(entity: Entity, name: string): void {
    if (entity.noun === 'places' && this.#isCountry(name)) return;
    this.index.add(name, { type: 'ENTITY', entity });
    if (entity.kind !== 'PERSON') return;
    const surname = foldText(name).split(' ').at(-1) ?? '';
    const bearers = this.#bySurname.get(surname) ?? [];
    if (!bearers.includes(entity)) this.#bySurname.set(surname, [...bearers, entity]);
  }

  #isCountry(name: string): boolean {
    return [...this.countries.values()].some(({ names, capitals }) => names.includes(name) || capitals.includes(name));
  }

  /** The one person met in this text, or else known, who bears the surname. */
  findBySurname(surname: string): Entity | null {
    const bearers = this.#bySurname.get(foldText(surname)) ?? [];
    const met = bearers.filter((entity) => entity.spellings.some(({ first }) => first !== null));
    if (met.length === 1) return met[0] ?? null;
    return bearers.length === 1 ? (bearers[0] ?? null) : null;
  }

  /** The one person of the text whose surname is near to this word: misspelt, or romanised in another way. */
  findByNearSurname(surname: string, isPerson: boolean): Entity | null {
    const word = foldText(surname);
    if (word.length < 5) return null;
    const bearers = new Set<Entity>();
    for (const [other, entities] of this.#bySurname) {
      if (word[0] !== other[0] || Math.abs(word.length - other.length) > 2) continue;
      if (!isNearWord(word, other, isPerson)) continue;
      for (const entity of entities) if (entity.spellings.some(({ first }) => first !== null)) bearers.add(entity);
    }
    return bearers.size === 1 ? ([...bearers][0] ?? null) : null;
  }

  /** Who bears this name: known by it, by one that is near to it, or met for the first time. */
  recognisePerson(text: string, sighting: Sighting, score: number): Entity {
    const exact = this.index.find(text).find((owner) => owner.type === 'ENTITY' && owner.entity.kind === 'PERSON');
    if (exact?.type === 'ENTITY') {
      exact.entity.see(text, sighting);
      return exact.entity;
    }
    const near = this.#findNear(text);
    if (near) {
      const { entity, likeness, spelling } = near;
      entity.see(text, sighting, { kind: likeness.kind, likeness, near: spelling });
      this.#addName(entity, text);
      return entity;
    }
    return this.#create('actors', 'PERSON', text, sighting, null, score, 'name.person.new');
  }

  isNearPerson(text: string): boolean {
    return this.#findNear(text) !== undefined;
  }

  #findNear(text: string) {
    return this.entities
      .filter(({ kind }) => kind === 'PERSON')
      .flatMap((entity) =>
        entity.spellings.flatMap((spelling) => {
          const likeness = compareSpellings(text, spelling.text);
          return likeness ? [{ entity, likeness, spelling: spelling.text }] : [];
        }),
      )
      .sort((a, b) => b.likeness.score - a.likeness.score)[0];
  }

  recogniseGroup(text: string, country: string | null, sighting: Sighting, inSource = true): Entity {
    const exact = this.#findExact(text, 'actors', country) ?? this.#findGroup(text, country);
    if (exact) {
      if (inSource) exact.see(text, sighting);
      return exact;
    }
    const group = this.#create('actors', 'GROUP', text, sighting, country, 0.7, 'name.group.new', !inSource);
    group.nameInSource = inSource;
    return group;
  }

  /** A group has no name but what is said of it, in whatever order. */
  #findGroup(text: string, country: string | null): Entity | null {
    const words = contentOf(text);
    const alike = (entity: Entity) =>
      entity.spellings.some((spelling) => {
        const other = contentOf(spelling.text);
        const shared = words.filter((word) => other.includes(word)).length;
        return shared === Math.min(words.length, other.length) && shared / Math.max(words.length, other.length) >= 0.7;
      });
    const groups = this.entities.filter((entity) => entity.kind === 'GROUP' && entity.country === country);
    return groups.find(alike) ?? null;
  }

  recogniseHolder(text: string, country: string | null, sighting: Sighting): Entity {
    const exact = this.#findExact(text, 'actors', country);
    if (exact) {
      exact.see(text, sighting);
      return exact;
    }
    return this.#create('actors', 'UNNAMED_OFFICE_HOLDER', text, sighting, country, 0.6, 'name.holder.new');
  }

  /** A body by its printed name and its state. `inSource` is false for a name that we made out of an office. */
  recogniseBody(
    text: string,
    country: string | null,
    sighting: Sighting,
    { inSource = true, score = 0.75 } = {},
  ): Entity {
    const land = this.countries.get(country ?? this.home ?? '')?.name;
    const full = land && !text.includes(land) ? [`${text} of ${land}`] : [];
    // At home a body may be told with its state or without.
    const short =
      land && country === this.home && text.endsWith(` of ${land}`) ? [text.slice(0, -` of ${land}`.length)] : [];
    const candidates = [text, ...full, ...short];
    // One word, spelt in two ways of writing English.
    const spelt = candidates.flatMap((name) => [
      name,
      name.replace('Defense', 'Defence'),
      name.replace('Defence', 'Defense'),
    ]);
    for (const candidate of new Set(spelt)) {
      const exact = this.#findExact(candidate, 'organisations', country);
      if (exact) {
        if (inSource) exact.see(text, sighting);
        return exact;
      }
    }
    const body = this.#create(
      'organisations',
      'ORGANISATION',
      text,
      sighting,
      country,
      score,
      'name.organisation.new',
      !inSource,
    );
    body.nameInSource = inSource;
    return body;
  }

  recognisePlace(text: string, country: string | null, sighting: Sighting): Entity {
    const exact = this.#findExact(text, 'places', country);
    if (exact) {
      exact.see(text, sighting);
      return exact;
    }
    return this.#create('places', 'PLACE', text, sighting, country, 0.6, 'name.place.new');
  }

  /** A second name of a body, as initials in brackets after the first. */
  addAbbreviation(entity: Entity, text: string, sighting: Sighting): void {
    entity.see(text, sighting, { kind: 'ABBREVIATION', known: this.index.find(text).length > 0 });
    this.#addName(entity, text);
  }

  /** Bodies of one name are told apart by their states. */
  #findExact(text: string, noun: Entity['noun'], country: string | null): Entity | null {
    const found = this.index
      .find(text)
      .flatMap((owner) => (owner.type === 'ENTITY' && owner.entity.noun === noun ? [owner.entity] : []));
    const fits = (entity: Entity) => !country || !entity.country || entity.country === country;
    return found.find((entity) => country !== null && entity.country === country) ?? found.find(fits) ?? null;
  }

  #create(
    noun: Entity['noun'],
    kind: Entity['kind'],
    text: string,
    sighting: Sighting,
    country: string | null,
    score: number,
    rule: string,
    derived = false,
  ): Entity {
    const entity = new Entity({ noun, kind, known: null, country, score, rule });
    entity.see(text, sighting, { derived });
    this.entities.push(entity);
    this.#addName(entity, text);
    return entity;
  }

  /** "Belarusian" for BY; the country's name where no adjective is known. */
  adjectiveOf(code: string): string {
    const wording = this.countries.get(code);
    return wording?.adjectives[0] ?? wording?.name ?? code;
  }

  nameOf(code: string): string {
    return this.countries.get(code)?.name ?? code;
  }
}

const contentOf = (text: string): readonly string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:of|the|and|from|in|countries|states)$/.test(word));
