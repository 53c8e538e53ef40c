import { type Combinators, given, oneOf, whereFilter, whereWording } from '../../lib/where.ts';
import { anyCalled } from '../identity/cluster.reads.ts';
import { topicWithin } from '../topic/topic.rules.ts';

export interface StatementFilter extends Combinators<StatementFilter> {
  readonly actors?: readonly string[] | null;
  readonly organisations?: readonly string[] | null;
  readonly countries?: readonly string[] | null;
  readonly isAttributed?: boolean | null;
  readonly events?: readonly string[] | null;
  readonly topics?: readonly string[] | null;
  readonly reports?: readonly string[] | null;
  readonly text?: string | null;
}

export function whereStatement(filter: StatementFilter): object {
  return whereFilter(filter, (own) => [
    given(own.actors, (slugs) => ({ speakerActor: anyCalled(slugs) })),
    given(own.organisations, (slugs) => ({ speakerOrganisation: anyCalled(slugs) })),
    given(own.countries, (codes) => ({ speakerCountry: { code: oneOf(codes) } })),
    given(own.isAttributed, (isAttributed) => {
      const anonymous = { speakerActorId: null, speakerOrganisationId: null, speakerCountryId: null };
      return isAttributed ? { NOT: anonymous } : anonymous;
    }),
    given(own.events, (slugs) => ({ event: { slug: oneOf(slugs) } })),
    given(own.topics, (slugs) => ({ topics: { some: { topic: topicWithin(slugs) } } })),
    given(own.reports, (slugs) => ({ report: { slug: oneOf(slugs) } })),
    given(own.text, whereWording),
  ]);
}
