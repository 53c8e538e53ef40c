import { foldText } from '../../lib/fold.ts';
import type { KnownRecord, Recognition } from '../extractor.ts';
import type { Likeness } from './similar.ts';

export type EntityNoun = 'actors' | 'organisations' | 'places' | 'agreements';
export type EntityKind = 'PERSON' | 'GROUP' | 'UNNAMED_OFFICE_HOLDER' | 'ORGANISATION' | 'PLACE' | 'AGREEMENT';

/** Where a name was met. */
export interface Sighting {
  readonly passage: string;
  readonly start: number;
  readonly end: number;
}

export interface Spelling {
  readonly text: string;
  readonly known: boolean;
  readonly kind: 'PREFERRED' | 'VARIANT' | 'MISSPELLING' | 'ABBREVIATION';
  readonly likeness: Likeness | null;
  readonly near: string | null;
  /** Made by us out of an office or a plural, and nowhere printed. */
  readonly derived: boolean;
  count: number;
  first: Sighting | null;
}

export interface OfficeSighting {
  readonly wording: string;
  readonly rank: string | null;
  readonly passage: string;
  readonly organisation: Entity | null;
}

/** Somebody or something with a name, known or new. Its key is settled only when all passages have been read. */
export class Entity {
  readonly noun: EntityNoun;
  readonly kind: EntityKind;
  readonly known:
    | (KnownRecord & { readonly kind?: string; readonly status?: string; readonly offices?: readonly string[] })
    | null;
  readonly spellings: Spelling[] = [];
  readonly offices: OfficeSighting[] = [];
  readonly score: number;
  readonly rule: string;
  country: string | null;
  parent: Entity | null = null;
  /** False where the preferred name is ours. */
  nameInSource = true;

  constructor(input: Pick<Entity, 'noun' | 'kind' | 'known' | 'country' | 'score' | 'rule'>) {
    this.noun = input.noun;
    this.kind = input.kind;
    this.known = input.known;
    this.country = input.country;
    this.score = input.score;
    this.rule = input.rule;
  }

  /** The commonest full spelling; of two, the first met. */
  get name(): string {
    if (this.known) return this.known.name;
    const derived = this.spellings.find((spelling) => spelling.derived);
    if (derived) return derived.text;
    const full = this.spellings.filter(({ kind }) => kind !== 'ABBREVIATION');
    const [best] = [...(full.length > 0 ? full : this.spellings)].sort((a, b) => b.count - a.count);
    return best?.text ?? '';
  }

  get recognition(): Recognition {
    if (!this.known) return 'NEW';
    return this.spellings.some(({ known }) => !known) ? 'VARIANT' : 'KNOWN';
  }

  see(
    text: string,
    sighting: Sighting | null,
    how: Partial<Pick<Spelling, 'known' | 'kind' | 'likeness' | 'near' | 'derived'>> = {},
  ): void {
    const folded = foldText(text);
    const same = (spelling: Spelling) =>
      spelling.text === text || (spelling.known && foldText(spelling.text) === folded);
    const spelling = this.spellings.find(({ text: other }) => other === text) ?? this.spellings.find(same);
    if (spelling) {
      spelling.count += sighting ? 1 : 0;
      spelling.first ??= sighting;
      return;
    }
    const { known = false, kind = 'VARIANT', likeness = null, near = null, derived = false } = how;
    this.spellings.push({ text, known, kind, likeness, near, derived, count: sighting ? 1 : 0, first: sighting });
  }

  /** Takes back a sighting of what has turned out to be part of a longer name. */
  unsee({ passage, start, end }: Sighting): void {
    for (const spelling of this.spellings) {
      const { first } = spelling;
      if (first?.passage !== passage || first.start !== start || first.end !== end) continue;
      spelling.count -= 1;
      spelling.first = null;
    }
  }
}
