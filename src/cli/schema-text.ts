import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from '../graphql/schema.ts';

/** What schema.graphql holds: sorted, so that moving a field in the code changes nothing. */
export function createSchemaText(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}
