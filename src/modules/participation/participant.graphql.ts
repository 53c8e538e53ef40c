import { builder } from '../../graphql/builder.ts';
import { ActorNode } from '../actor/actor.graphql.ts';
import { CountryNode } from '../country/country.graphql.ts';
import { OrganisationNode } from '../organisation/organisation.graphql.ts';

export const Participant = builder.unionType('Participant', {
  description:
    'Who acts. A person is an Actor, and the body stood for is told beside; a body named as acting, in session or acted on is an Organisation; a Country only where the source lets the state itself act.',
  types: () => [ActorNode, OrganisationNode, CountryNode],
});
