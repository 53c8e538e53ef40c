import { builder } from './builder.ts';

// Beside the builder and not in it: a mutation type without a single mutation would be no valid schema, so it comes with
// the first module that has one.
builder.mutationType({
  description:
    'Everything that can be written. A mutation takes one `input`, happens as a whole or not at all, and answers with a union of what was done and of the problems for which it may be refused.',
});
