/** Numbers that look random and are the same on every run and machine (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0 and below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** 0 to `count - 1`, all alike. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** 0 to `count - 1`, low ones far more often: a few actors are in the news all the time, most once or twice. */
  skewed(count: number): number {
    return Math.floor(count * this.next() ** 2.5);
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }
}
