import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createSchemaText } from './schema-text.ts';

await writeFile(fileURLToPath(new URL('../../schema.graphql', import.meta.url)), createSchemaText());
console.log('Wrote schema.graphql.');
