/** How far a write goes that speaks for one edition only, where a record is told by several. */
export interface Reach {
  /** Records that other editions have written too: what belongs to them is added and updated, and not taken away. */
  readonly sharedIds: Ids;
  /** The edition's passages: what other passages attest is left alone. */
  readonly passageIds: Ids;
}

type Ids = Pick<ReadonlySet<unknown>, 'has'>;

/** Of a write that tells a record as a whole, whichever editions have told it before. */
export const WHOLE: Reach = { sharedIds: new Set(), passageIds: { has: () => true } };
