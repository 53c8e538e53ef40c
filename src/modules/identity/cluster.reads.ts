import { Prisma } from '../../generated/prisma/client.ts';
import { oneOf } from '../../lib/where.ts';

// The one place that knows how facts of several records become those of the one that stands for them: conditions on an actor
// or an organisation for filters, and the tables of facts with canonical ids for statements written by hand.

/** Of a relation to an actor or a body: the record with that id stands for it. */
export const standingFor = (id: string) => ({ canonicalId: id });

/** One of those with the slugs, under whichever of its slugs it is asked for. */
export const anyCalled = (slugs: readonly string[]) => ({
  canonical: { cluster: { some: { slug: oneOf(slugs) } } },
});

/** The record for which the slug stands, its own or a merged one's. */
export const calledBy = (slug: string) => ({ cluster: { some: { slug } } });

/** It or one of the records that it stands for meets the condition; `cluster` holds itself. */
export const someRecord = (condition: object) => ({ canonical: { cluster: { some: condition } } });

/** Lists show one record of each cluster. */
export const STANDS_FOR_ITSELF = { isMerged: false };

/** The order in which the parts of a cluster's records are told: its own first. */
export const clusterOrder = [{ isMerged: 'asc' as const }, { slug: 'asc' as const }];

/**
 * Who takes part: (id, event_id, actor_id, organisation_id, on_behalf_of_id, country_id, home_id); `home_id` is the country of
 * the person or body.
 */
export const PARTICIPATIONS = Prisma.sql`(
  select stated.id, stated.event_id, actor.canonical_id as actor_id, organisation.canonical_id as organisation_id,
    stood_for.canonical_id as on_behalf_of_id, stated.country_id,
    coalesce(actor.country_id, organisation.country_id) as home_id
  from participation stated
  left join actor on actor.id = stated.actor_id
  left join organisation on organisation.id = stated.organisation_id
  left join organisation stood_for on stood_for.id = stated.on_behalf_of_id)`;

/** Who signed: (agreement_id, actor_id). */
export const SIGNATORIES = Prisma.sql`(
  select stated.agreement_id, actor.canonical_id as actor_id
  from agreement_signatory stated join actor on actor.id = stated.actor_id)`;

/** Who is party: (agreement_id, organisation_id, country_id, home_id); `home_id` is the country of the body. */
export const PARTIES = Prisma.sql`(
  select stated.agreement_id, organisation.canonical_id as organisation_id, stated.country_id, organisation.country_id as home_id
  from agreement_party stated left join organisation on organisation.id = stated.organisation_id)`;
