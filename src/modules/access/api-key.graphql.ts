import type { ApiKey as ApiKeyRow } from '../../generated/prisma/client.ts';
import { builder } from '../../graphql/builder.ts';
import { wholeListComplexity } from '../../graphql/limits.ts';
import { defineProblem } from '../../graphql/problem.ts';
import { authorOf } from '../../graphql/viewer.ts';
import { writeAsViewer } from '../../graphql/write.ts';
import {
  KeyExpiredError,
  KeyNameError,
  KeyNameTakenError,
  KeyWithoutScopeError,
  UnknownKeyError,
} from './api-key.errors.ts';
import { listKeys } from './api-key.reads.ts';
import { normaliseNewKey } from './api-key.rules.ts';
import { insertKey, revokeKey } from './api-key.writes.ts';
import { isLive } from './key.rules.ts';
import { Scope } from './viewer.graphql.ts';

export const ApiKey = builder.objectRef<ApiKeyRow>('ApiKey').implement({
  description: 'A credential for programs and people. Its secret is told when it is made, and cannot be had again.',
  authScopes: { scope: 'ADMIN' },
  fields: (t) => ({
    id: t.exposeID('id', { description: 'By which it is revoked; it stays when the name has gone to another.' }),
    name: t.exposeString('name', {
      description: 'What it is for, or whose: "ingest at the desk". One key has it at a time, revoked ones apart.',
    }),
    hint: t.exposeString('hint', {
      description: 'The beginning of its secret, by which its owner knows it: "dgk_x1Yz2w".',
    }),
    scopes: t.expose('scopes', { type: [Scope], description: 'As granted, without what they imply.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    createdBy: t.exposeString('createdBy', { description: 'Who made it: "key desk", "token 42", "npm run keys".' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'From when on it is refused; null: it lasts until it is revoked.',
    }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it last came with a request, to the minute; null: never.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null: it was not.',
    }),
    revokedBy: t.exposeString('revokedBy', {
      nullable: true,
      description: 'Who revoked it, as `createdBy` names them; null: nobody, or it was not kept yet.',
    }),
    revokedReason: t.exposeString('revokedReason', {
      nullable: true,
      description: 'Why it was revoked; null where that was not said.',
    }),
    isLive: t.boolean({
      description: 'Whether it is taken now: neither revoked nor expired.',
      resolve: (key, _args, { now }) => isLive(key, now),
    }),
  }),
});

const ApiKeyCreated = builder.objectRef<{ apiKey: ApiKeyRow; secret: string }>('ApiKeyCreated').implement({
  description: 'A new key, with its secret.',
  authScopes: { scope: 'ADMIN' },
  fields: (t) => ({
    apiKey: t.expose('apiKey', { type: ApiKey, description: 'The key.' }),
    secret: t.exposeString('secret', {
      description:
        'To be sent as `Authorization: Bearer …`. Keep it now: only its hash is held, and it is never told again.',
    }),
  }),
});

defineProblem(KeyNameError, {
  name: 'KeyNameProblem',
  description: 'A name that no key can have.',
  fields: (t) => ({ keyName: t.exposeString('keyName', { description: 'The name.' }) }),
});
defineProblem(KeyNameTakenError, {
  name: 'KeyNameTakenProblem',
  description: 'A key that is not revoked has the name.',
  fields: (t) => ({ keyName: t.exposeString('keyName', { description: 'The name.' }) }),
});
defineProblem(KeyWithoutScopeError, {
  name: 'KeyWithoutScopeProblem',
  description: 'A key that could do nothing.',
});
defineProblem(KeyExpiredError, {
  name: 'KeyExpiredProblem',
  description: 'A key that would have expired already.',
  fields: (t) => ({ expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it would have.' }) }),
});
defineProblem(UnknownKeyError, {
  name: 'UnknownKeyProblem',
  description: 'There is no such key.',
  fields: (t) => ({ key: t.exposeString('key', { description: 'What was asked for.' }) }),
});

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'A key to make.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is for, or whose.' }),
    scopes: t.field({ type: [Scope], required: true, description: 'What its holder may do; at least one.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'Leave it out for a key that lasts until it is revoked.' }),
  }),
});

const RevokeApiKeyInput = builder.inputType('RevokeApiKeyInput', {
  description: 'A key to revoke.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its id, or its name.' }),
    reason: t.string({ description: 'Why; it is kept with the key.' }),
  }),
});

builder.queryField('apiKeys', (t) =>
  t.field({
    type: [ApiKey],
    description: 'Every key there is or was, newest first.',
    complexity: wholeListComplexity,
    authScopes: { scope: 'ADMIN' },
    resolve: (_root, _args, { db }) => listKeys(db),
  }),
);

builder.mutationFields((t) => ({
  createApiKey: t.field({
    type: ApiKeyCreated,
    description: 'Makes a key, and tells its secret this once.',
    authScopes: { scope: 'ADMIN' },
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'The key.' }) },
    errors: { types: [KeyNameError, KeyNameTakenError, KeyWithoutScopeError, KeyExpiredError] },
    resolve: async (_root, { input }, context) => {
      const draft = normaliseNewKey({ ...input, expiresAt: input.expiresAt ?? null }, context.now);
      const { by } = authorOf(context.viewer);
      const { key, secret } = await writeAsViewer(context, null, (db) => insertKey(db, draft, by, context.now));
      return { apiKey: key, secret };
    },
  }),
  revokeApiKey: t.field({
    type: ApiKey,
    description: 'Ends a key for good: whoever sends it from now on is refused. Revoking it once more changes nothing.',
    authScopes: { scope: 'ADMIN' },
    args: { input: t.arg({ type: RevokeApiKeyInput, required: true, description: 'Which key.' }) },
    errors: { types: [UnknownKeyError] },
    resolve: (_root, { input }, context) => {
      const author = authorOf(context.viewer, input.reason?.trim() || null);
      return writeAsViewer(context, author.reason, (db) => revokeKey(db, input.key, author, context.now));
    },
  }),
}));
