import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sendEventStream } from '../../src/http/event-stream.ts';

describe('a stream of events', () => {
  let server: Server;
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Serves a source that never ends, and answers with what becomes of it. */
  async function serveEndless(stallMs: number) {
    const source = { chunks: 0, cancelled: false };
    const body = () =>
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 1));
          source.chunks += 1;
          controller.enqueue(new Uint8Array(100_000));
        },
        cancel() {
          source.cancelled = true;
        },
      });
    server = createServer((_request, response) => {
      const headers = { 'content-type': 'text/event-stream' };
      void sendEventStream(new Response(body(), { headers }), response, new AbortController().signal, stallMs);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const reader = await new Promise<IncomingMessage>((resolve) => get({ port, agent: false }, resolve));
    reader.on('error', () => {});
    return { source, reader };
  }

  it('asks for no more than its reader takes, and cuts off one that takes nothing', async () => {
    const { source, reader } = await serveEndless(500);
    reader.pause();
    await expect.poll(() => source.cancelled, { timeout: 10_000, interval: 50 }).toBe(true);
    // What the system buffers for a connection, far below what there was time for.
    expect(source.chunks).toBeLessThan(300);
    expect(reader.headers['x-accel-buffering']).toBe('no');
  });

  it('goes on for one that reads slowly', async () => {
    const { source, reader } = await serveEndless(300);
    let taken = 0;
    for await (const chunk of reader) {
      taken += (chunk as Buffer).length;
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(source.cancelled).toBe(false);
      // Which closes the connection.
      if (taken > 10_000_000) break;
    }
    await expect.poll(() => source.cancelled).toBe(true);
  });
});
