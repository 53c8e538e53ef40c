import type { SectionKind } from '../generated/prisma/enums.ts';

/**
 * A stretch of a canonical text. Offsets count Unicode code points from 0, and `end` is the first one after it: neither
 * UTF-16 units, which differ between languages, nor bytes.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One paragraph or bullet of a digest, as it is printed. */
export interface DigestPassage extends Span {
  /** "21", or "21.3" for a bullet of paragraph 21. */
  readonly number: string;
  readonly section: SectionKind;
  readonly text: string;
}

export interface DigestSection {
  readonly kind: SectionKind;
  /** As printed; null where the digest has none. */
  readonly heading: string | null;
}

/** Something odd in a text that does not keep it from being read. */
export interface DigestWarning {
  readonly code: string;
  readonly message: string;
  readonly passage: string | null;
}

/** A digest as it was read, whatever file it came in. */
export interface Digest {
  /** The canonical text into which all offsets point. */
  readonly text: string;
  /** Of the canonical text in UTF-8, in hexadecimal. */
  readonly sha256: string;
  readonly sections: readonly DigestSection[];
  readonly passages: readonly DigestPassage[];
  readonly warnings: readonly DigestWarning[];
}

/** A record of the graph by which names are known again. */
export interface KnownRecord {
  readonly slug: string;
  readonly name: string;
  /** Every other spelling on record. */
  readonly names: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** A word that sets what is published on a topic apart, cut to its stem (src/ingest/topics/words.ts). */
export interface TopicWord {
  readonly word: string;
  /** The natural logarithm of how much oftener it stands there than elsewhere. */
  readonly weight: number;
}

export interface KnownTopic extends KnownRecord {
  readonly kind: string;
  readonly parent?: string;
  /** The weightiest first; empty where nothing is published on it. */
  readonly words: readonly TopicWord[];
  /** The natural logarithm of how many published passages there are to one on it: the rarer, the more it takes to prove. */
  readonly rarity: number;
}

/** What is known before a text is read. */
export interface Gazetteer {
  readonly actors: readonly (KnownRecord & { readonly kind: string; readonly offices: readonly string[] })[];
  readonly organisations: readonly (KnownRecord & { readonly kind: string })[];
  readonly offices: readonly (KnownRecord & { readonly organisation?: string })[];
  readonly places: readonly KnownRecord[];
  readonly topics: readonly KnownTopic[];
  readonly indicators: readonly (KnownRecord & { readonly unit: string; readonly definition: string })[];
  readonly agreements: readonly (KnownRecord & { readonly kind: string; readonly status: string })[];
  /** `slug` is the code. */
  readonly countries: readonly KnownRecord[];
}

/** The nouns of an edition that a text can suggest; a record comes after those that it refers to. */
export const SUGGESTED_NOUNS = [
  'countries',
  'places',
  'topics',
  'organisations',
  'offices',
  'actors',
  'events',
  'agreements',
  'indicators',
  'statistics',
  'statements',
  'assessments',
] as const;

export type SuggestedNoun = (typeof SUGGESTED_NOUNS)[number];

/** How a name met in the text stands to what is known. */
export type Recognition = 'KNOWN' | 'VARIANT' | 'NEW';

/** One row that the text seems to tell, anchored to the words that do. */
export interface ExtractedSuggestion extends Span {
  readonly noun: SuggestedNoun;
  /** The slug (or code) of the record, unique within its noun; other suggestions refer to it by this. */
  readonly key: string;
  /** The record in the form of an edition's files (src/edition/format.ts): keys for references, `cites` for passages. */
  readonly record: Readonly<Record<string, unknown>>;
  /** The passage in which the span lies. */
  readonly passage: string;
  /** The name of the rule that made it: "event.meeting", "quantity.more-than". */
  readonly rule: string;
  /** From 0 to 1: how far the rule is to be trusted here. */
  readonly score: number;
  /** For a name: whether the graph knows it. */
  readonly recognition: Recognition | null;
  /** Of a VARIANT: the known spelling it is near to, and how near. Of a known indicator: what links it. Null for the rest. */
  readonly evidence: string | null;
}

export interface ExtractionInput {
  readonly digest: Digest;
  /** ISO days of the month (or other period) that the edition covers. */
  readonly period: { readonly start: string; readonly end: string };
  /** BCP 47. */
  readonly language: string;
  readonly gazetteer: Gazetteer;
}

/**
 * What turns a text into suggestions. The rules of this project are one; another (a language model behind HTTP, say) may
 * stand in its place. A suggestion whose span is not what `passage` says is dropped by the caller.
 */
export interface Extractor {
  /** Named in every suggestion's draft: "rules". */
  readonly name: string;
  readonly version: string;
  /**
   * `onProgress` is told how many passages of how many have been read. Once `ended` is aborted nobody waits for the
   * suggestions any more: its reason is thrown, as soon as may be.
   */
  extract(
    input: ExtractionInput,
    onProgress?: (done: number, total: number) => void,
    ended?: AbortSignal,
  ): Promise<readonly ExtractedSuggestion[]>;
}
