import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm/schema_engine_bg';

export type { Engine };

/** Node has it; its types stand only in those of the browser. */
declare const WebAssembly: {
  compile(code: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ exports: { __wbindgen_start(): void } }>;
};

/** What wasm-bindgen's glue keeps to itself, and its declarations leave out. */
type Glue = typeof Engine & { __wbg_set_wasm(exports: object): void };

/**
 * Prisma's schema engine, compiled to WASM: the native one would have to be downloaded, which many networks forbid. Its
 * own entry imports the .wasm file as a module, which Node does only behind a flag, so it is instantiated here.
 */
export async function openSchemaEngine(
  adapters: SqlMigrationAwareDriverAdapterFactory,
  schema?: Engine.SchemasContainer,
): Promise<Engine.SchemaEngine> {
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as Glue;
  started ??= start(glue);
  await started;
  const datamodels = schema?.files.map(({ path, content }): [string, string] => [path, content]);
  return glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapters));
}

/** Filled at the first use: the glue holds one instance a process. */
let started: Promise<void> | undefined;

async function start(glue: Glue): Promise<void> {
  const folder = join(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'), '..');
  const module = await WebAssembly.compile(await readFile(join(folder, 'schema_engine_bg.wasm')));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}
