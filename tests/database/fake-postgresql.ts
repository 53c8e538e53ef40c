import { createServer } from 'node:net';

/** What a server of PostgreSQL's protocol (version 3.0) says to whoever comes: a refusal, or how old it is. */
type Answer =
  | { readonly code: string; readonly message: string }
  | { readonly version: string; readonly major: number };

/** Says what a real server can hardly be brought to say in a test. */
export async function openFakePostgresql(answer: Answer): Promise<{ port: number; close(): void }> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      if ('code' in answer) {
        const fields = `SFATAL\0VFATAL\0C${answer.code}\0M${answer.message}\0\0`;
        socket.end(message('E', Buffer.from(fields)));
        return;
      }
      socket.write(Buffer.concat([message('R', int32(0)), READY]));
      socket.once('data', () => socket.write(rowOf(answer)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fake server has no port.');
  return { port: address.port, close: () => server.close() };
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

const READY = message('Z', Buffer.from('I'));

/** One row as the answer to a simple query: its columns, itself, its end. */
function rowOf(row: Readonly<Record<string, string | number>>): Buffer {
  const TEXT = 25;
  const INT4 = 23;
  const columns = Object.entries(row).map(([name, value]) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(typeof value === 'number' ? INT4 : TEXT),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  );
  const values = Object.values(row).map((value) => {
    const text = Buffer.from(String(value));
    return Buffer.concat([int32(text.length), text]);
  });
  return Buffer.concat([
    message('T', Buffer.concat([int16(columns.length), ...columns])),
    message('D', Buffer.concat([int16(values.length), ...values])),
    message('C', Buffer.from('SELECT 1\0')),
    READY,
  ]);
}
