import process from 'node:process';
import { defineConfig } from 'prisma/config';

// Prisma's command line would download its native schema engine before it generates anything, though generating needs none.
// Any existing program stops that. Migrations go through the same engine compiled to WASM (src/database/schema-engine.ts);
// `prisma migrate` is not to be used.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma' });
