import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** How long a reader may take nothing while there is something for it. */
const STALL_MS = 60_000;
/** How long a reader has to take what was sent last when the server ends. */
const FAREWELL_MS = 1000;

export const isEventStream = (response: Response): boolean =>
  response.headers.get('content-type')?.startsWith('text/event-stream') === true;

/**
 * Sends a stream of events as its reader takes it. What is not taken is not asked for, so that a slow reader costs two
 * buffers; and whichever side ends, the other one hears of it, which the adapter does not see to in every case: a reader
 * that left before the first byte would leave its subscription behind.
 */
export async function sendEventStream(
  response: Response,
  target: ServerResponse,
  closing: AbortSignal,
  stallMs = STALL_MS,
): Promise<void> {
  if (target.destroyed) {
    await response.body?.cancel();
    return;
  }
  // nginx and its kin would keep events back until a buffer is full.
  target.writeHead(response.status, { ...Object.fromEntries(response.headers), 'x-accel-buffering': 'no' });
  target.socket?.setNoDelay(true);
  const unwatch = watch(target, closing, stallMs);
  // An error is a reader that has gone; what fails on our side is told in the stream itself.
  await pipeline(response.body as never, target).catch(() => {});
  unwatch();
}

function watch(target: ServerResponse, closing: AbortSignal, stallMs: number): () => void {
  let stalled = false;
  const look = setInterval(() => {
    if (target.writableNeedDrain && stalled) target.destroy();
    stalled = target.writableNeedDrain;
  }, stallMs).unref();
  target.on('drain', () => {
    stalled = false;
  });
  let farewell: NodeJS.Timeout | undefined;
  const close = () => {
    farewell = setTimeout(() => target.destroy(), FAREWELL_MS).unref();
  };
  if (closing.aborted) close();
  else closing.addEventListener('abort', close);
  return () => {
    clearInterval(look);
    clearTimeout(farewell);
    closing.removeEventListener('abort', close);
  };
}
