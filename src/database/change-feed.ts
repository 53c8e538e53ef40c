import type { Prisma } from '../generated/prisma/client.ts';
import type { Lanes } from '../lib/lanes.ts';
import type { DatabaseClient } from './client.ts';

/** A row of the log with whatever else was asked for. */
export interface FedChange {
  readonly id: string;
  readonly seq: bigint;
  readonly entityId: string;
}

export interface FollowOptions {
  /** The place in the log after which to begin; left out, wherever it ends now. */
  readonly after?: bigint | undefined;
  /** Which changes, as Prisma's `where` of a logged change. */
  readonly where: object;
  /** What else to fetch of each. */
  readonly query?: { select?: object; include?: object };
  /** Ends the following, also while it waits; nothing else does. */
  readonly ended: AbortSignal;
}

interface Asked {
  readonly where: object;
  readonly query: object;
}

export interface ChangeFeedOptions {
  /** How often to look whether another process wrote, while anybody follows. */
  readonly pollMs: number;
  /** Through which the pages are read. */
  readonly lanes: Lanes;
}

/** Few enough that a follower who does not go on holds little. */
const PAGE = 50;
/** Followers that keep step find each page here; those that do not cost a statement of their own. */
const KEPT_PAGES = 32;

/**
 * The change log for those who want to hear of changes as they are committed. A commit only wakes them: each then reads the
 * log from its own place at its own pace. So nothing is lost or told twice, a burst waits in the database, and a follower
 * costs the same memory however far behind it is (docs/decisions/0013-subscriptions.md).
 */
export class ChangeFeed {
  readonly #client: DatabaseClient;
  readonly #options: ChangeFeedOptions;
  /** The last change that is known to be committed; writers take turns, so none before it is still to come. */
  #head = 0n;
  readonly #sleepers = new Set<() => void>();
  readonly #pages = new Map<string, Promise<readonly FedChange[]>>();
  #followers = 0;
  #stop: (() => void) | undefined;
  #looking: Promise<void> | undefined;
  #nextLook: Promise<void> | undefined;

  constructor(client: DatabaseClient, options: ChangeFeedOptions) {
    this.#client = client;
    this.#options = options;
  }

  /**
   * Every change after a place, as committed, for as long as more is asked for. Settles when the place is fixed: what is
   * committed afterwards is told.
   */
  async follow(options: FollowOptions): Promise<AsyncGenerator<FedChange, void, undefined>> {
    const { after, where, ended } = options;
    this.#enter(ended);
    await this.#look();
    const { query = {} } = options;
    const fetched = query.select
      ? { ...query, select: { ...query.select, id: true, seq: true, entityId: true } }
      : query;
    return this.#read({ where, query: fetched }, after ?? this.#head, ended);
  }

  async *#read(asked: Asked, after: bigint, ended: AbortSignal): AsyncGenerator<FedChange, void, undefined> {
    const name = JSON.stringify(asked, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value));
    let place = after;
    while (!ended.aborted) {
      const head = this.#head;
      const page = head > place ? await this.#page(name, asked, place, head) : [];
      for (const change of page) {
        yield change;
        if (ended.aborted) return;
      }
      const last = page.length === PAGE ? page.at(-1) : undefined;
      // What was not met up to the end is not for this follower. A place beyond the end is left as it is.
      place = last ? last.seq : head > place ? head : place;
      if (!last) await this.#wake(place, ended);
    }
  }

  #enter(ended: AbortSignal): void {
    if (ended.aborted) return;
    this.#followers += 1;
    ended.addEventListener('abort', () => this.#leave(), { once: true });
    if (this.#stop) return;
    // A look that fails is none: the next one tells, and who reads a page meets the error himself.
    const look = () => void this.#look().catch(() => {});
    const timer = setInterval(look, this.#options.pollMs);
    timer.unref();
    const unlisten = this.#client.commits.listen(look);
    this.#stop = () => {
      clearInterval(timer);
      unlisten();
    };
  }

  #leave(): void {
    this.#followers -= 1;
    if (this.#followers > 0) return;
    this.#stop?.();
    this.#stop = undefined;
    this.#pages.clear();
  }

  /** Finds out where the log ends, by a statement that is sent after the call; those who call meanwhile share one. */
  #look(): Promise<void> {
    if (!this.#looking) return this.#lookOnce();
    this.#nextLook ??= this.#looking
      .catch(() => {})
      .then(() => {
        this.#nextLook = undefined;
        return this.#looking ?? this.#lookOnce();
      });
    return this.#nextLook;
  }

  #lookOnce(): Promise<void> {
    this.#looking = this.#readHead().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #readHead(): Promise<void> {
    const { _max } = await this.#client.loggedChange.aggregate({ _max: { seq: true } });
    if ((_max.seq ?? 0n) <= this.#head) return;
    this.#head = _max.seq ?? 0n;
    for (const wake of [...this.#sleepers]) wake();
  }

  /** Settles when there is something after a place, or nobody wants it any more. */
  async #wake(place: bigint, ended: AbortSignal): Promise<void> {
    if (this.#head > place || ended.aborted) return;
    let wake = () => {};
    await new Promise<void>((resolve) => {
      wake = () => {
        if (this.#head > place || ended.aborted) resolve();
      };
      this.#sleepers.add(wake);
      ended.addEventListener('abort', wake);
    });
    this.#sleepers.delete(wake);
    ended.removeEventListener('abort', wake);
  }

  /** Both ends are given, and the log only grows: a page is what it is for good. */
  #page(name: string, { where, query }: Asked, after: bigint, head: bigint): Promise<readonly FedChange[]> {
    const key = `${after} ${head} ${name}`;
    const known = this.#pages.get(key);
    if (known) return known;
    const page = this.#options.lanes.run(() =>
      this.#client.loggedChange.findMany({
        ...query,
        where: { AND: [where as Prisma.LoggedChangeWhereInput, { seq: { gt: after, lte: head } }] },
        orderBy: { seq: 'asc' },
        take: PAGE,
      }),
    ) as Promise<readonly FedChange[]>;
    this.#pages.set(key, page);
    page.catch(() => this.#pages.delete(key));
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= KEPT_PAGES) break;
      this.#pages.delete(oldest);
    }
    return page;
  }
}
