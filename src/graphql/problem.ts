import type { ObjectFieldsShape } from '@pothos/core';
import type { DomainError } from '../lib/domain-error.ts';
import { builder, type SchemaTypes } from './builder.ts';
import './mutation.ts';

/** What every refusal that a mutation declares has in common. */
export const Problem = builder.interfaceRef<DomainError>('Problem').implement({
  description:
    'Why a mutation did nothing: something that the caller can act on. Select `code` and `message` here to be ready for problems yet to come.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs: it never changes. "CHANGED_SINCE", say.' }),
    message: t.exposeString('message', {
      description: 'For people, in English: what is wrong and what to do about it.',
    }),
  }),
});

// biome-ignore lint/suspicious/noExplicitAny: the arguments of a constructor that only `instanceof` is asked of.
type ErrorClass<Refusal> = new (...facts: any[]) => Refusal;

interface ProblemOptions<Refusal> {
  /** Of the type in the schema: "ChangedSinceProblem". */
  readonly name: string;
  readonly description: string;
  /** The facts of the refusal, for programs. */
  readonly fields?: ObjectFieldsShape<SchemaTypes, Refusal>;
}

/**
 * Gives a refusal a type of its own in the schema, which implements Problem. Mutations list its class in
 * `errors: { types: [...] }`, and it becomes a member of their result's union.
 */
export function defineProblem<Refusal extends DomainError>(
  refusal: ErrorClass<Refusal>,
  { name, description, fields }: ProblemOptions<Refusal>,
): void {
  builder.objectType(refusal, {
    name,
    description,
    interfaces: [Problem],
    ...(fields && { fields }),
  } as never);
}
