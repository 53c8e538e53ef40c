import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { Commits } from './commits.ts';

/** Where a database answers, and as whom. */
export type Connection = Pick<pg.PoolConfig, 'connectionString' | 'host' | 'port' | 'user' | 'database' | 'options'>;

export interface PoolOptions {
  readonly connection: Connection;
  /** The most connections held at once. */
  readonly size: number;
  /** How long a statement may wait for a connection. */
  readonly acquireTimeoutMs: number;
  /** How long the server lets a statement run; absent: as long as it takes. */
  readonly statementTimeoutMs?: number;
  /** How long an unused connection is kept; absent: for ever. */
  readonly idleTimeoutMs?: number;
  /** Told when a connection that nobody is using breaks; the pool replaces it by itself. */
  readonly onPoolError: (error: Error) => void;
}

/** A client that records what it sends (`$on('query', ...)`), and tells of what is committed through it. */
export type DatabaseClient = PrismaClient<'query'> & { readonly commits: Commits };

/** Commits nothing. */
export type HistoricalClient = PrismaClient<'query'>;

/** The models with the columns that the trigger search_index keeps. */
const INDEXED = [
  'actor',
  'agreement',
  'assessment',
  'event',
  'indicator',
  'organisation',
  'passage',
  'report',
  'statement',
  'statistic',
  'topic',
] as const;

/** The one way from pg to Prisma. */
export function createAdapters(pool: pg.Pool, options: { schema?: string } = {}): PrismaPg {
  // adapter-pg has types of pg of its own, which say the same of everything that is used here.
  return new QueueingAdapters(pool as never, { disposeExternalPool: options.schema === undefined, ...options });
}

/**
 * Prisma sends the statements of a transaction without waiting for one another, to one connection. pg puts them in a queue,
 * with a warning that its next version will refuse them; here they wait.
 */
class QueueingAdapters extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await start(isolationLevel);
      let last: Promise<unknown> = Promise.resolve();
      const inTurn = <Argument, Result>(send: (argument: Argument) => Promise<Result>) => {
        return (argument: Argument): Promise<Result> => {
          const sent = last.then(() => send(argument));
          last = sent.catch(() => {});
          return sent;
        };
      };
      transaction.queryRaw = inTurn(transaction.queryRaw.bind(transaction));
      transaction.executeRaw = inTurn(transaction.executeRaw.bind(transaction));
      return transaction;
    };
    return adapter;
  }
}

const AS_OF_SCHEMA = 'as_of';

/** Makes the second client of a client at its first use. */
const historical = new WeakMap<DatabaseClient, () => HistoricalClient>();

/**
 * The client that reads the same models through the views of the schema as_of, over the same connections. Only of use in a
 * transaction that says which instant is meant: see as-of.ts.
 */
export function historicalClientOf(client: DatabaseClient): HistoricalClient {
  const open = historical.get(client);
  if (!open) throw new Error('The past is read by way of a client that createClient made.');
  return open();
}

/** One client a process: a second one would have its own connections and its own cache of query plans. */
export function createClient(options: PoolOptions): { client: DatabaseClient; pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({
    ...options.connection,
    application_name: 'digestgraph',
    max: options.size,
    connectionTimeoutMillis: options.acquireTimeoutMs,
    // For pg 0 is "never".
    idleTimeoutMillis: options.idleTimeoutMs ?? 0,
    keepAlive: true,
    ...(options.statementTimeoutMs && {
      statement_timeout: options.statementTimeoutMs,
      // A transaction that its owner forgot must not hold its locks and its connection for ever.
      idle_in_transaction_session_timeout: Math.max(60_000, options.statementTimeoutMs),
    }),
  });
  // Without a listener the process would end.
  pool.on('error', options.onPoolError);
  const clientOptions = {
    log: [{ emit: 'event' as const, level: 'query' as const }],
    // As long as the row itself, and read by filters alone.
    ...({ omit: Object.fromEntries(INDEXED.map((model) => [model, { searchText: true }])) } as object),
    // Well above the statement timeout: Prisma 7 may crash when a transaction times out during its COMMIT
    // (prisma/orm#29952).
    transactionOptions: {
      maxWait: options.acquireTimeoutMs,
      timeout: 2 * (options.statementTimeoutMs ?? 30_000),
    },
  };
  const client = Object.assign(new PrismaClient({ ...clientOptions, adapter: createAdapters(pool) }), {
    commits: new Commits(),
  });
  let past: HistoricalClient | undefined;
  historical.set(client, () => {
    past ??= new PrismaClient({ ...clientOptions, adapter: createAdapters(pool, { schema: AS_OF_SCHEMA }) });
    return past;
  });
  return {
    client,
    pool,
    async close() {
      await past?.$disconnect();
      await client.$disconnect();
      // A client that was never used has no adapter to dispose of, and leaves the pool open.
      if (!pool.ended) await pool.end();
    },
  };
}
