import { Presets, SingleBar } from 'cli-progress';
import type { IngestProgress, ProgressListener } from '../ingest/progress.ts';

interface Terminal extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
}

const STAGES: Readonly<Record<IngestProgress['stage'], string>> = {
  READING: 'Read',
  EXTRACTING: 'Looked for facts in',
  WRITING: 'Writing',
  DONE: 'Done',
  FAILED: 'Stopped',
};

/** So many lines at most are told of one stage where there is no bar. */
const MOST_LINES = 4;

/** Shows how far the reading of a text has come: by a bar in a terminal, by a few plain lines anywhere else. */
export function showProgress(stream: Terminal): { readonly listen: ProgressListener; stop(): void } {
  return stream.isTTY ? showBar(stream) : showLines(stream);
}

function showBar(stream: Terminal) {
  const bar = new SingleBar(
    { stream, format: 'Reading {bar} {value}/{total} passages', hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let started = false;
  return {
    listen({ stage, done, total }: IngestProgress) {
      if (stage !== 'EXTRACTING') return;
      if (!started) bar.start(total, done);
      else bar.update(done);
      started = true;
    },
    stop: () => bar.stop(),
  };
}

function showLines(stream: Terminal) {
  return {
    listen({ stage, done, total }: IngestProgress) {
      const step = Math.max(1, Math.ceil(total / MOST_LINES));
      const isTold = stage === 'EXTRACTING' ? done % step === 0 || done === total : stage === 'READING' && total > 0;
      if (isTold) stream.write(`${STAGES[stage]} ${done} of ${total} passages.\n`);
    },
    stop: () => {},
  };
}
