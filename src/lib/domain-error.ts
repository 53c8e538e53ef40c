/**
 * A refusal that the caller can act on. Its message is for people and reaches them as it is; its code is for programs and
 * never changes; the facts are fields of the subclass.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
