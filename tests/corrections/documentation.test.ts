import { readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';

const text = readFileSync(new URL('../../docs/corrections.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/^```graphql\n([\s\S]*?)^```/gm)].map(([, source]) => source ?? '');

describe('docs/corrections.md', () => {
  it('shows operations that the schema takes', () => {
    const schema = createSchema();
    expect(examples.length).toBeGreaterThan(2);
    expect(examples.flatMap((source) => validate(schema, parse(source)).map(({ message }) => message))).toEqual([]);
  });

  it('tells of every problem that a correction may meet', () => {
    const codes = [
      'INVALID_RECORD',
      'UNKNOWN_REFERENCE',
      'UNCITED',
      'SLUG_TAKEN',
      'NO_SUCH_RECORD',
      'VERSION_CONFLICT',
    ];
    for (const code of [...codes, 'STILL_REFERRED_TO']) expect(text).toContain(`\`${code}\``);
  });
});
