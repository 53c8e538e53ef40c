// `npm run generate`: writes src/generated from prisma/, unless what stands there was made from the same input.
// Plain JavaScript without imports of ours, for it runs before the generated code exists.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const stampFile = join(root, 'src/generated/stamp');

/** What the generated code is made from: the schema, and the generators' versions. */
function contentHash() {
  const hash = createHash('sha256');
  for (const file of globSync('prisma/**/*.prisma', { cwd: root }).sort()) {
    hash.update(`${file.replaceAll('\\', '/')}\n${readFileSync(join(root, file), 'utf8')}\n`);
  }
  for (const generator of ['prisma', '@prisma/client', '@pothos/plugin-prisma']) {
    hash.update(
      `${generator} ${JSON.parse(readFileSync(join(root, 'node_modules', generator, 'package.json'), 'utf8')).version}\n`,
    );
  }
  return hash.digest('hex');
}

function stampedHash() {
  try {
    return readFileSync(stampFile, 'utf8').trim();
  } catch {
    return null;
  }
}

let wanted;
let prisma;
try {
  prisma = join(require.resolve('prisma/package.json'), '../build/index.js');
  wanted = contentHash();
} catch {
  console.error('The code generator is not installed: run `npm ci` without --omit=dev and without --omit=optional.');
  process.exit(1);
}

if (stampedHash() !== wanted) {
  // An interrupted run must not be taken for a whole one.
  rmSync(stampFile, { force: true });
  const run = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], {
    cwd: root,
    encoding: 'utf8',
    // See prisma.config.ts; and no asking the network for a newer version.
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      ...process.env,
    },
  });
  if (run.status !== 0) {
    console.error(
      `${run.stdout}${run.stderr}\nThe database client could not be generated from prisma/: correct what is named above.`,
    );
    process.exit(1);
  }
  writeFileSync(stampFile, `${wanted}\n`);
  console.log('Generated the database client from prisma/.');
}
