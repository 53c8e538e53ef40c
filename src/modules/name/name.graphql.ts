import { builder } from '../../graphql/builder.ts';

export const NameKind = builder.enumType('NameKind', {
  description: 'What sort of spelling it is.',
  values: {
    PREFERRED: {
      description:
        'The one shown: for a person the standard romanisation where that is known beyond doubt, else the commonest spelling in the source.',
    },
    VARIANT: { description: 'A wording or spelling in use beside the preferred one.' },
    MISSPELLING: { description: 'A slip of the source; kept so that a search finds it.' },
    ABBREVIATION: { description: 'A short form made of initials.' },
    NATIVE: { description: 'In its own language or script.' },
    FORMER: { description: 'A name that it bore before.' },
  } as const,
});

export const Name = builder.prismaObject('Name', {
  description: 'One spelling or wording of a name. Spellings never make separate records.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The spelling itself.' }),
    kind: t.expose('kind', { type: NameKind, description: 'What sort of spelling it is.' }),
    language: t.exposeString('language', {
      nullable: true,
      description: "BCP 47 tag; null where it is the report's own language.",
    }),
    inSource: t.exposeBoolean('inSource', { description: 'Met in a source; false for one that we added.' }),
  }),
});
