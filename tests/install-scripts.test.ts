import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));

describe('npm ci', () => {
  it('runs no script of a package but that of node, and leaves none for npm to ask about', () => {
    const { packages } = read('package-lock.json') as { packages: Record<string, { hasInstallScript?: boolean }> };
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ''));
    // Prisma's would download an engine that nothing here uses.
    expect(read('package.json').allowScripts).toEqual(
      Object.fromEntries([...new Set(names)].map((name) => [name, name === 'node'])),
    );
  });
});
