import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServerAdapter } from '@whatwg-node/server';

const BAD_HOST = JSON.stringify({
  errors: [{ message: 'The Host header is not a host.', extensions: { code: 'BAD_REQUEST' } }],
});

/** A fetch handler as a listener of Node's HTTP server. */
export function toListener(fetch: (request: Request) => Promise<Response>) {
  const adapter = createServerAdapter(fetch);
  return (message: IncomingMessage, response: ServerResponse): void => {
    // The adapter makes an address of it and would throw.
    if (!URL.canParse(`http://${message.headers.host ?? 'localhost'}/`)) {
      response.writeHead(400, { 'content-type': 'application/json' }).end(BAD_HOST);
      return;
    }
    void adapter(message, response);
  };
}
