import { ConfigError } from '../config.ts';
import { DatabaseError } from '../database/database.errors.ts';

/** Runs a command: what its caller can put right is said in a sentence, anything else with its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof ConfigError || error instanceof DatabaseError ? error.message : error);
    process.exitCode = 1;
  }
  // Prisma's schema engine leaves a timer of ten seconds behind, for which nobody need wait.
  process.exit();
}
