import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Config } from '../config.ts';
import type { DatabaseClient } from '../database/client.ts';
import { openDatabase } from '../database/database.ts';
import { applyMigrations } from '../database/migrate.ts';
import { createSchema } from '../graphql/schema.ts';
import { type App, createApp } from './server.ts';

/** The server cannot start as things stand: one sentence for whoever runs it. */
export class StartupError extends Error {}

const DRAIN_MS = 10_000;
const SWEEP_MS = 100;

/**
 * Opens the database, brings it up to date, lets `prepare` fill it, and serves until the process is told to stop. Says so
 * in one line when it does.
 */
export async function startServer(config: Config, prepare: (client: DatabaseClient) => Promise<void>): Promise<void> {
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const database = await openDatabase(config, logger);
  let app: App;
  let server: Server;
  try {
    await applyMigrations(database.connection);
    await prepare(database.client);
    app = createApp({ schema: createSchema(), client: database.client, config, logger });
    server = app.createServer();
    await listen(server, config);
  } catch (error) {
    await database.close();
    throw error;
  }

  let stopping = false;
  const stop = async (exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    app.drain();
    await closeServer(server);
    await database.close();
    // Prisma's schema engine leaves a timer of ten seconds behind, for which nobody need wait.
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
  // The embedded database has said why in the log; without it nothing can be answered.
  void database.lost.then(() => stop(1));

  const { port } = server.address() as AddressInfo;
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.host) ? 'localhost' : config.host;
  process.stdout.write(`Digestgraph serves http://${host}:${port}/graphql (${database.describe}).\n`);
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentences: Record<string, string> = {
        EADDRINUSE: `Port ${port} is in use: stop what uses it, or set PORT to another.`,
        EACCES: `Port ${port} needs rights that this user has not: set PORT to one above 1023.`,
        ENOTFOUND: `HOST is ${host}, which is no address of this machine.`,
        EADDRNOTAVAIL: `HOST is ${host}, which is no address of this machine.`,
      };
      const sentence = sentences[error.code ?? ''];
      reject(sentence ? new StartupError(sentence) : error);
    });
    server.listen(port, host, resolve);
  });
}

/** Lets answers under way be finished, up to a limit; connections that only wait are closed as soon as they do. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const fuse = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    // One that is kept open after its last answer would otherwise be waited for.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    server.close(() => {
      clearTimeout(fuse);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
