import { builder } from '../../graphql/builder.ts';
import type { Viewer as ViewerShape } from '../../graphql/viewer.ts';

export const Scope = builder.enumType('Scope', {
  description:
    'What somebody may do beyond reading what is published, which takes none. A field that needs one says so in its description.',
  values: {
    READ_DRAFTS: {
      description:
        'Read what is not published: drafts, suggestions, and the published wording that quote policies keep.',
    },
    EDIT: { description: 'Write drafts and records. Brings READ_DRAFTS.' },
    REVIEW: { description: 'Judge suggestions and identities. Brings READ_DRAFTS.' },
    PUBLISH: { description: 'Publish and withdraw editions. Brings READ_DRAFTS.' },
    ADMIN: { description: 'Make and revoke keys. Brings all the others.' },
  } as const,
});

const ViewerKind = builder.enumType('ViewerKind', {
  description: 'How somebody shows who they are.',
  values: {
    ANONYMOUS: { description: 'Not at all: no credential came with the request.' },
    API_KEY: { description: 'By a key that was made here.' },
    TOKEN: { description: 'By a token of the identity provider.' },
  } as const,
});

const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
  description: 'Whoever sends the request, as this server sees them.',
  fields: (t) => ({
    name: t.exposeString('name', {
      nullable: true,
      description: 'Of the key, or the subject of the token (`sub`); null for the anonymous.',
    }),
    kind: t.expose('kind', { type: ViewerKind, description: 'By what they are known.' }),
    scopes: t.field({
      type: [Scope],
      description: 'All that they may do, with what their scopes imply; empty for the anonymous.',
      resolve: ({ scopes }) => [...scopes],
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    description: 'Who you are to this server, and what you may do: to be asked with a new credential first.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);
