/**
 * Tells whoever listens that something was committed, and not what: that stands in the change log. Belongs to a database
 * client, and so hears of the writers of its own process alone.
 */
export class Commits {
  readonly #listeners = new Set<() => void>();

  /** Answers with the way to stop listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
