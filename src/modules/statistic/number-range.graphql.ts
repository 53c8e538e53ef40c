import { builder } from '../../graphql/builder.ts';
import type { NumberRange as Shape } from './figure.rules.ts';

export const NumberRange = builder.objectRef<Shape>('NumberRange').implement({
  description:
    'The numbers that the published wording leaves possible, carried through the arithmetic (interval arithmetic).',
  fields: (t) => ({
    lower: t.exposeFloat('lower', { nullable: true, description: 'The least of them; null where no bound is known.' }),
    upper: t.exposeFloat('upper', {
      nullable: true,
      description: 'The greatest of them; null where no bound is known.',
    }),
    lowerIncluded: t.exposeBoolean('lowerIncluded', {
      description: 'Whether `lower` is itself possible: not for "more than 60". False where there is none.',
    }),
    upperIncluded: t.exposeBoolean('upperIncluded', {
      description: 'Whether `upper` is itself possible: not for "less than" and "almost". False where there is none.',
    }),
  }),
});
