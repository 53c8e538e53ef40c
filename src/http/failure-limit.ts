const WINDOW_MS = 60_000;

/** So that whoever has many addresses cannot fill the memory; at a few hundred bytes each that is some megabytes. */
const MOST_CLIENTS = 10_000;

interface Window {
  failures: number;
  readonly endsAt: number;
}

/**
 * Counts the failures of each client over a minute from the first one. In the memory of one process: several servers count
 * for themselves, and a restart forgets.
 */
export class FailureLimit {
  readonly #most: number;
  /** In the order in which they began, and so in which they end. */
  readonly #windows = new Map<string, Window>();

  /** 0: no limit. */
  constructor(most: number) {
    this.#most = most;
  }

  /** For how many milliseconds more the client is to be refused; 0 where it is not. */
  blockedFor(client: string, now: number): number {
    const window = this.#windows.get(client);
    if (!window || window.failures < this.#most || window.endsAt <= now) return 0;
    return window.endsAt - now;
  }

  note(client: string, now: number): void {
    if (this.#most === 0) return;
    for (const [each, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size < MOST_CLIENTS) break;
      this.#windows.delete(each);
    }
    const window = this.#windows.get(client);
    if (window) window.failures += 1;
    else this.#windows.set(client, { failures: 1, endsAt: now + WINDOW_MS });
  }
}
