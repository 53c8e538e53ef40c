import type { SectionKind } from '../../generated/prisma/enums.ts';
import type { PassageChange } from './passage-diff.rules.ts';

/** A text as it was read, divided into passages; spans count code points of it. */
export interface TextOfEdition {
  readonly text: string;
  readonly sha256: string;
  readonly sections: readonly { readonly kind: SectionKind; readonly heading: string | null }[];
  readonly passages: readonly {
    readonly number: string;
    readonly section: SectionKind;
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly passage: string | null }[];
}

/**
 * CREATED: a new draft. CORRECTED: the draft that there is has another text or heading now. ATTACHED: a published report, or a
 * draft without a text, has its wording. UNCHANGED: all of it was there.
 */
export type OutcomeKind = 'CREATED' | 'CORRECTED' | 'ATTACHED' | 'UNCHANGED';

export interface IngestOutcome {
  readonly kind: OutcomeKind;
  /** Null for a report that never was a draft. */
  readonly draftId: string | null;
  readonly changes: readonly PassageChange[];
  /** Suggestions that were thrown away, for their spans were not in their passages. */
  readonly dropped: number;
  /** Quotes of the published report that the text does not have. */
  readonly lostQuotes: readonly { readonly passage: string; readonly quote: string }[];
}

export const outcome = (
  kind: OutcomeKind,
  draftId: string | null,
  more: Partial<Omit<IngestOutcome, 'kind' | 'draftId'>> = {},
): IngestOutcome => ({ kind, draftId, changes: [], dropped: 0, lostQuotes: [], ...more });

/** The columns that come from the text. */
export function textOf({ text, sha256, sections, warnings }: TextOfEdition) {
  return {
    text,
    sha256,
    sections: sections.map(({ kind, heading }) => (heading === null ? { kind } : { kind, heading })),
    warnings: warnings.map((warning) => ({ ...warning })),
  };
}
