/** How far a write goes that speaks for one edition only, where a record is told by several. */
export interface Reach {
  /** Records that other editions have written too: what belongs to them is added and updated, and not taken away. */
  readonly sharedIds: ReadonlySet<unknown>;
  /** The edition's passages: what other passages attest is left alone. */
  readonly passageIds: ReadonlySet<unknown>;
}
