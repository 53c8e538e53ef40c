import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const MAY = 'harbour-watch-2021-05';
export const JUNE = 'harbour-watch-2021-06';

/** A copy of the invented editions that a test may edit. */
export interface EditionCopy {
  /** The folder that holds both. */
  readonly root: string;
  readonly folder: string;
  /** Replaces a text, which must be there, in a file of the May edition, or of the other where it is named. */
  edit(file: string, from: string | RegExp, to: string, edition?: string): Promise<void>;
  write(file: string, content: string, edition?: string): Promise<void>;
  remove(): Promise<void>;
}

export async function copyEditions(): Promise<EditionCopy> {
  const root = await mkdtemp(join(tmpdir(), 'digestgraph-seed-'));
  await cp(fileURLToPath(new URL('fixtures', import.meta.url)), root, { recursive: true });
  return {
    root,
    folder: join(root, MAY),
    async edit(file, from, to, edition = MAY) {
      const path = join(root, edition, file);
      const before = await readFile(path, 'utf8');
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`${file} does not hold ${from}.`);
      await writeFile(path, after);
    },
    write: (file, content, edition = MAY) => writeFile(join(root, edition, file), content),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
