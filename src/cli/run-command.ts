import { ConfigError } from '../config.ts';
import { DatabaseError } from '../database/database.errors.ts';
import { DomainError } from '../lib/domain-error.ts';
import { RemoteError } from './remote.ts';

const EXPECTED = [ConfigError, DatabaseError, DomainError, RemoteError];

/** Runs a command: what its caller can put right is said in a sentence, anything else with its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(EXPECTED.some((kind) => error instanceof kind) ? (error as Error).message : error);
    process.exitCode = 1;
  }
  // Prisma's schema engine leaves a timer of ten seconds behind, for which nobody need wait.
  process.exit();
}
