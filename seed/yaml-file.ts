import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { RecordFile } from '../src/edition/findings.ts';

export interface YamlProblem {
  readonly line: number;
  readonly reason: string;
}

export interface YamlFile extends RecordFile {
  /** Undefined where there is no such file, or none that can be read. */
  readonly value: unknown;
  readonly exists: boolean;
  /** What keeps it from being YAML. */
  readonly problems: readonly YamlProblem[];
}

export async function readYamlFile(folder: string, file: string): Promise<YamlFile> {
  const source = await readFile(join(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (source === null) return { file, value: undefined, exists: false, problems: [], lineOf: () => undefined };
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const problems = new Map<number, YamlProblem>();
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    const { line } = lines.linePos(pos[0]);
    // What follows on the line follows from it.
    if (!problems.has(line)) problems.set(line, { line, reason: `is no YAML that can be read: ${message}` });
  }
  return {
    file,
    value: problems.size === 0 ? document.toJS() : undefined,
    exists: true,
    problems: [...problems.values()],
    lineOf(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
      }
      return undefined;
    },
  };
}
