import type { InputFieldMap } from '@pothos/core';
import { encodeGlobalID } from '@pothos/plugin-relay';
import type { GraphQLResolveInfo } from 'graphql';
import type { Database } from '../../database/database.ts';
import { type Basis, deleteOne, listVersions, recordOne, updateOne } from '../../edition/correct.ts';
import {
  InvalidRecordError,
  NoSuchRecordError,
  SlugTakenError,
  StillReferredToError,
  UncitedError,
  UnknownReferenceError,
  VersionConflictError,
} from '../../edition/correction.errors.ts';
import type { EditableNoun } from '../../edition/format.ts';
import { builder, type NodeRef, type SchemaTypes } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { batchAt, fieldPath, getRow, type NodeModel } from '../../graphql/rows.ts';
import { writeAsViewer } from '../../graphql/write.ts';
import { inNamesOfInput } from './correction.problems.graphql.ts';
import { recordForm } from './record-form.rules.ts';

type FieldBuilder = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>;

interface CorrectionOptions<Model extends NodeModel> {
  readonly noun: EditableNoun;
  readonly model: Model;
  readonly node: NodeRef<Model>;
  /** For descriptions, with its article: "an event". */
  readonly called: string;
  /** Whether it is a fact or holds facts, which rest on citations. */
  readonly cited: boolean;
  /** What a record says, in the schema's names; `must` marks what a new one cannot do without. */
  readonly fields: (t: FieldBuilder, must: boolean) => InputFieldMap;
}

interface Recorded {
  readonly slug: string;
  readonly reason?: string | null;
}

interface Changed extends Basis {
  readonly reason?: string | null;
}

const REASON = 'Why, for the change log.';

const basisFields = (t: FieldBuilder) => ({
  slug: t.string({ required: true, description: 'Slug of the record.' }),
  version: t.string({
    required: true,
    description: 'The `version` that you looked at; when the record has changed since, nothing is done.',
  }),
  reason: t.string({ description: REASON }),
});

const DeleteInput = builder.inputType('DeleteInput', {
  description: 'A record that is to go.',
  fields: basisFields,
});

interface Deleted {
  readonly model: NodeModel;
  readonly id: string;
  readonly slug: string;
}

const Deletion = builder.objectRef<Deleted>('Deletion').implement({
  description: 'What was deleted, with all that belonged to it.',
  fields: (t) => ({
    type: t.exposeString('model', { description: 'Its type: `Event`.' }),
    id: t.id({ description: 'The `id` that it had.', resolve: ({ model, id }) => encodeGlobalID(model, id) }),
    slug: t.exposeString('slug', { description: 'The slug that it had.' }),
  }),
});

/**
 * Gives a noun its `version` and the mutations `recordX`, `updateX` and `deleteX`. All nouns share what happens in them:
 * the input becomes a record of an edition, and goes through the rules and the writes of one (edition/correct.ts).
 */
export function defineCorrections<Model extends NodeModel>(options: CorrectionOptions<Model>): void {
  const { noun, model, node, called, cited, fields } = options;
  const invalid = [InvalidRecordError, UnknownReferenceError, ...(cited ? [UncitedError] : [])];

  builder.prismaObjectField(node as NodeRef<'Event'>, 'version', (t) =>
    t.string({
      description:
        'Of the record and all that belongs to it, as it stands. Opaque: hand it back with a change, which is refused when somebody has made another in between.',
      select: { id: true },
      resolve: async ({ id }, _args, context, info) => {
        const version = await batchAt<string>(context, `version@${fieldPath(info)}`, async (ids) => {
          const versions = await listVersions(context.db, noun, ids);
          return ids.map((key) => versions.get(key) ?? '');
        }).load(id);
        return version;
      },
    }),
  );

  const RecordInput = builder.inputRef<Recorded>(`Record${model}Input`).implement({
    description: `What is to be recorded of ${called}. A field left out says nothing.`,
    fields: ((t: FieldBuilder) => ({
      slug: t.string({
        required: true,
        description: `Stable and readable, as in \`${model}.slug\`: lower-case ASCII letters, digits and single hyphens.`,
      }),
      ...fields(t, true),
      reason: t.string({ description: REASON }),
      // What `fields` makes is known to whoever calls alone.
    })) as never,
  });

  const UpdateInput = builder.inputRef<Changed>(`Update${model}Input`).implement({
    description: `What is to be changed of ${called}. A field left out stays as it is, null clears it where it may be empty, and a list takes the place of the one before.`,
    fields: ((t: FieldBuilder) => ({ ...basisFields(t), ...fields(t, false) })) as never,
  });

  /** The written row, read anew: whatever the request has loaded before is out of date. */
  const answer = async (
    context: Context,
    info: GraphQLResolveInfo,
    work: (db: Database) => Promise<string>,
    reason: Changed['reason'],
  ) => {
    const id = await writeAsViewer(context, reason ?? null, work).catch((error: unknown) => {
      throw inNamesOfInput(error);
    });
    return getRow(context, info, model, id);
  };

  builder.mutationFields((t) => ({
    [`record${model}`]: t.field({
      type: node,
      description: `Records ${called} that the graph does not hold yet, at once and for everybody.`,
      args: { input: t.arg({ type: RecordInput, required: true, description: 'The record.' }) },
      authScopes: { scope: 'EDIT' },
      errors: { types: [...invalid, SlugTakenError] },
      resolve: (_root, { input }, context, info) => {
        const { reason, ...record } = input;
        return answer(context, info, (db) => recordOne(db, noun, recordForm(record) as never), reason) as never;
      },
    }),
    [`update${model}`]: t.field({
      type: node,
      description: `Changes ${called}, at once and for everybody. The change log keeps what was there before.`,
      args: { input: t.arg({ type: UpdateInput, required: true, description: 'The change.' }) },
      authScopes: { scope: 'EDIT' },
      errors: { types: [...invalid, NoSuchRecordError, VersionConflictError] },
      resolve: (_root, { input }, context, info) => {
        const { slug, version, reason, ...changes } = input;
        const work = (db: Database) => updateOne(db, noun, { slug, version }, recordForm(changes));
        return answer(context, info, work, reason) as never;
      },
    }),
    [`delete${model}`]: t.field({
      type: Deletion,
      description: `Deletes ${called} to which nothing refers, with all that belongs to it.`,
      args: { input: t.arg({ type: DeleteInput, required: true, description: 'Which one.' }) },
      authScopes: { scope: 'EDIT' },
      errors: { types: [NoSuchRecordError, VersionConflictError, StillReferredToError] },
      resolve: async (_root, { input }, context) => {
        const { slug, reason } = input;
        const id = await writeAsViewer(context, reason ?? null, (db) => deleteOne(db, noun, input));
        return { model, id, slug };
      },
    }),
  }));
}
