import { EventEmitter } from 'node:events';

export type IngestStage = 'READING' | 'EXTRACTING' | 'WRITING' | 'DONE' | 'FAILED';

/** How far the reading of one text has come. */
export interface IngestProgress {
  /** Tells one reading from another that runs at the same time. */
  readonly job: string;
  /** The slug of the report that the text is to become. */
  readonly report: string;
  /** Known once it is written; null where the text went to a published report. */
  readonly draftId: string | null;
  readonly stage: IngestStage;
  /** Passages read, of how many; in the other stages the whole of them, or nothing. */
  readonly done: number;
  readonly total: number;
}

export type ProgressListener = (progress: IngestProgress) => void;

/** Tells whoever listens in this process of every text that is being read in it. */
export class ProgressHub {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  publish(progress: IngestProgress): void {
    this.#emitter.emit('progress', progress);
  }

  /** Answers with the way to stop listening. A listener must not throw: the reading would stop with it. */
  listen(listener: ProgressListener): () => void {
    this.#emitter.on('progress', listener);
    return () => this.#emitter.off('progress', listener);
  }

  /**
   * The latest of each reading, for somebody who takes them at their own pace: what they did not take in time is overtaken,
   * and the last of a reading by nothing. Begins with the call and ends with `ended` alone.
   */
  follow(
    wanted: (progress: IngestProgress) => boolean,
    ended: AbortSignal,
  ): AsyncGenerator<IngestProgress, void, undefined> {
    const latest = new Map<string, IngestProgress>();
    let wake = () => {};
    if (!ended.aborted) {
      const unlisten = this.listen((progress) => {
        if (!wanted(progress)) return;
        latest.set(progress.job, progress);
        wake();
      });
      const end = () => {
        unlisten();
        wake();
      };
      ended.addEventListener('abort', end, { once: true });
    }
    async function* take() {
      while (!ended.aborted) {
        const [next] = latest;
        if (next) {
          latest.delete(next[0]);
          yield next[1];
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    }
    return take();
  }
}

/** The hub of this process. */
export const ingestProgress = new ProgressHub();
