import { setImmediate } from 'node:timers/promises';

/** Work that can be put down between any two of its steps, and taken up again. */
export type Work<T> = Generator<void, T, void>;

/** For how many milliseconds everything else waits, if no step takes longer by itself. */
const TURN_MS = 20;

/**
 * Does long work so that a server answers other requests meanwhile. By time and not by number of steps, as one sentence
 * may take a thousand times as long as another. Throws the reason of `ended` once that is aborted.
 */
export async function inTurns<T>(work: Work<T>, ended?: AbortSignal): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - begun < TURN_MS) continue;
    await setImmediate();
    ended?.throwIfAborted();
    begun = performance.now();
  }
}
