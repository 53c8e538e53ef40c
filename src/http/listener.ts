import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServerAdapter } from '@whatwg-node/server';
import { isEventStream, sendEventStream } from './event-stream.ts';
import type { Origin } from './plugins/authenticate.ts';

const BAD_HOST = JSON.stringify({
  errors: [{ message: 'The Host header is not a host.', extensions: { code: 'BAD_REQUEST' } }],
});

/** A fetch handler as a listener of Node's HTTP server. `closing` tells when streams have to come to their end. */
export function toListener(fetch: (request: Request, origin: Origin) => Promise<Response>, closing: AbortSignal) {
  const adapter = createServerAdapter<{ res: ServerResponse }>(async (request, { res }) => {
    const response = await fetch(request, { peer: res.socket?.remoteAddress });
    // The adapter sends nothing where the answer has been sent already.
    if (isEventStream(response)) await sendEventStream(response, res, closing);
    return response;
  });
  return (message: IncomingMessage, response: ServerResponse): void => {
    // The adapter makes an address of it and would throw.
    if (!URL.canParse(`http://${message.headers.host ?? 'localhost'}/`)) {
      response.writeHead(400, { 'content-type': 'application/json' }).end(BAD_HOST);
      return;
    }
    void adapter(message, response);
  };
}
