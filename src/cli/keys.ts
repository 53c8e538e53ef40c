import { Command, InvalidArgumentError, Option } from 'commander';
import type { Scope } from '../generated/prisma/enums.ts';
import { isLive } from '../modules/access/key.rules.ts';
import { SCOPES } from '../modules/access/scope.rules.ts';
import { type KeyStore, type ListedKey, remoteKeys, withLocalKeys } from './key-store.ts';
import { openRemote } from './remote.ts';
import { runCommand } from './run-command.ts';

interface CreateOptions {
  readonly name: string;
  readonly scope: Scope[];
  readonly expires?: Date;
  readonly expiresIn?: Date;
}

const UNITS_MS = { h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

function parseScope(text: string, before: Scope[] | undefined): Scope[] {
  const scope = text.toUpperCase().replaceAll('-', '_') as Scope;
  if (!SCOPES.includes(scope)) throw new InvalidArgumentError(`Give one of ${SCOPES.join(', ')}.`);
  return [...(before ?? []), scope];
}

function parseInstant(text: string): Date {
  const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/.test(text) ? new Date(text) : null;
  // Date takes 31 April for 1 May.
  if (!instant || Number.isNaN(instant.getTime()) || (text.length === 10 && !instant.toISOString().startsWith(text)))
    throw new InvalidArgumentError('Give a day such as 2027-01-01, or an instant such as 2027-01-01T12:00:00Z.');
  return instant;
}

function parseSpan(text: string): Date {
  const [, count, unit] = /^([1-9]\d{0,4})([hdw])$/.exec(text) ?? [];
  if (!count || !unit) throw new InvalidArgumentError('Give hours, days or weeks: 12h, 90d, 8w.');
  return new Date(Date.now() + Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS]);
}

const program = new Command('npm run keys --')
  .description('Makes, lists and revokes API keys.')
  .option('--server <url>', 'ask this running server, with the key in DIGESTGRAPH_API_KEY, which needs ADMIN')
  .addHelpText(
    'after',
    `
Without --server it opens the database itself: the one in DATABASE_URL, or the embedded one, which has to be free of a server.
The secret of a new key is printed once, alone, on standard output.

  npm run keys -- create --name desk --scope EDIT --scope REVIEW --expires-in 90d
  npm run keys -- revoke desk`,
  );

/** Runs a command on the keys that the options point to. */
async function withKeys(work: (store: KeyStore) => Promise<void>): Promise<void> {
  const { server } = program.opts<{ server?: string }>();
  if (server === undefined) return withLocalKeys(process.env, work);
  return work(remoteKeys(openRemote(server, process.env.DIGESTGRAPH_API_KEY)));
}

program
  .command('create')
  .description('makes a key and prints its secret')
  .requiredOption('--name <name>', 'what it is for, or whose')
  .addOption(
    new Option('--scope <scope>', `what its holder may do, once for each: ${SCOPES.join(', ')}`)
      .argParser(parseScope)
      .makeOptionMandatory(),
  )
  .addOption(new Option('--expires <day>', 'the day or instant from which on it is refused').argParser(parseInstant))
  .addOption(
    new Option('--expires-in <span>', 'how long it lasts: 12h, 90d, 8w').argParser(parseSpan).conflicts('expires'),
  )
  .action(({ name, scope, expires, expiresIn }: CreateOptions) =>
    withKeys(async (store) => {
      const { key, secret } = await store.create({ name, scopes: scope, expiresAt: expires ?? expiresIn ?? null });
      console.error(
        `Made the key ${JSON.stringify(key.name)} (${key.scopes.join(', ')}; ${expiry(key)}). Its secret, which is not told again:`,
      );
      console.log(secret);
    }),
  );

program
  .command('list')
  .description('lists the keys, newest first, revoked ones too')
  .action(() =>
    withKeys(async (store) => {
      const keys = await store.list();
      const rows = keys.map((key) => [key.name, key.hint, key.scopes.join(','), stateOf(key), lastUse(key), key.id]);
      const table = [['NAME', 'SECRET', 'SCOPES', 'STATE', 'LAST USED', 'ID'], ...rows];
      const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
      for (const row of table)
        console.log(
          row
            .map((cell, column) => cell.padEnd(widths[column] ?? 0))
            .join('  ')
            .trimEnd(),
        );
    }),
  );

program
  .command('revoke')
  .description('ends a key for good')
  .argument('<key>', 'its name or its id')
  .option('--reason <reason>', 'why; it is kept with the key')
  .action((idOrName: string, { reason }: { reason?: string }) =>
    withKeys(async (store) => {
      const { name, hint } = await store.revoke(idOrName, reason?.trim() || null);
      console.log(`Revoked the key ${JSON.stringify(name)} (${hint}…).`);
    }),
  );

const instant = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));
const minute = (value: Date): string => `${value.toISOString().slice(0, 16)}Z`;

function expiry({ expiresAt }: ListedKey): string {
  const date = instant(expiresAt);
  return date ? `until ${minute(date)}` : 'until it is revoked';
}

function stateOf(key: ListedKey): string {
  const [revokedAt, expiresAt] = [instant(key.revokedAt), instant(key.expiresAt)];
  if (revokedAt) return `revoked ${minute(revokedAt)}${key.revokedBy === null ? '' : ` by ${key.revokedBy}`}`;
  return isLive({ revokedAt, expiresAt }, new Date()) ? expiry(key) : `expired ${minute(expiresAt as Date)}`;
}

function lastUse({ lastUsedAt }: ListedKey): string {
  const date = instant(lastUsedAt);
  return date ? minute(date) : 'never';
}

await runCommand(async () => {
  await program.parseAsync();
});
