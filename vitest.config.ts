import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Under vitest graphql 16 is loaded twice, as ESM and as CommonJS, and then refuses its own types.
    alias: { graphql: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    // Keeps V8 from ending a worker: src/database/embedded.ts says how.
    execArgv: ['--wasm-wrapper-tiering-budget=2147483647'],
    // The first test of a run initialises PGlite and loads the seed, which takes seconds on a small machine.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    restoreMocks: true,
  },
});
