import type { Database } from '../database/database.ts';
import type { Gazetteer, KnownRecord } from './extractor.ts';
import { profileTopics, type TopicalFact, UNTOLD } from './topics/profiles.ts';

const NAMES = { names: { select: { text: true } } } as const;

interface Named {
  readonly slug: string;
  readonly names: readonly { readonly text: string }[];
  readonly country?: { readonly code: string } | null;
}

function knownOf(record: Named, name: string): KnownRecord {
  return {
    slug: record.slug,
    name,
    names: record.names.map(({ text }) => text).filter((text) => text !== name),
    ...(record.country && { country: record.country.code }),
  };
}

/** Of so many events, statements and passages the newest tell what words a topic has; a graph may hold far more. */
const MOST_FACTS = 20_000;

/** What has been given topics, and what might have been: the words of the one are held against those of both. */
async function listTopicalFacts(db: Database): Promise<readonly TopicalFact[]> {
  const newest = { orderBy: { id: 'desc' }, take: MOST_FACTS } as const;
  const topics = { select: { topic: { select: { slug: true } } } } as const;
  const citations = { select: { passageId: true }, orderBy: { ordinal: 'asc' }, take: 1 } as const;
  const [events, statements, passages] = await Promise.all([
    db.event.findMany({ select: { id: true, title: true, summary: true, topics, citations }, ...newest }),
    db.statement.findMany({ select: { id: true, gist: true, topics, citations }, ...newest }),
    db.passage.findMany({ select: { id: true, gist: true, topics }, ...newest }),
  ]);
  const slugs = (given: readonly { readonly topic: { readonly slug: string } }[]) =>
    given.map(({ topic }) => topic.slug);
  return [
    ...events.map(({ id, title, summary, topics, citations: [cite] }) => ({
      text: `${title}. ${summary}`,
      topics: slugs(topics),
      source: cite?.passageId ?? id,
    })),
    ...statements.map(({ id, gist, topics, citations: [cite] }) => ({
      text: gist,
      topics: slugs(topics),
      source: cite?.passageId ?? id,
    })),
    ...passages.map(({ id, gist, topics }) => ({ text: gist, topics: slugs(topics), source: id })),
  ];
}

/** Everything in the graph that a text may call by name. It is read whole: names are few beside what is told of them. */
export async function loadGazetteer(db: Database): Promise<Gazetteer> {
  const country = { select: { code: true } } as const;
  const [actors, organisations, offices, places, topics, indicators, agreements, countries, facts] = await Promise.all([
    db.actor.findMany({
      select: {
        slug: true,
        name: true,
        kind: true,
        country,
        ...NAMES,
        tenures: { select: { office: { select: { slug: true } } } },
      },
      orderBy: { slug: 'asc' },
    }),
    db.organisation.findMany({
      select: { slug: true, name: true, kind: true, country, ...NAMES },
      orderBy: { slug: 'asc' },
    }),
    db.office.findMany({
      select: { slug: true, title: true, organisation: { select: { slug: true } }, holders: { select: NAMES } },
      orderBy: { slug: 'asc' },
    }),
    db.place.findMany({ select: { slug: true, name: true, country }, orderBy: { slug: 'asc' } }),
    db.topic.findMany({
      select: { slug: true, name: true, kind: true, parent: { select: { slug: true } } },
      orderBy: { slug: 'asc' },
    }),
    db.indicator.findMany({
      select: { slug: true, name: true, unit: true, definition: true },
      orderBy: { slug: 'asc' },
    }),
    db.agreement.findMany({
      select: { slug: true, title: true, kind: true, status: true, ...NAMES },
      orderBy: { slug: 'asc' },
    }),
    db.country.findMany({ select: { code: true, name: true }, orderBy: { code: 'asc' } }),
    listTopicalFacts(db),
  ]);
  const profiles = profileTopics(topics, facts);
  const unnamed = { names: [] };
  return {
    actors: actors.map((actor) => ({
      ...knownOf(actor, actor.name),
      kind: actor.kind,
      offices: actor.tenures.map(({ office }) => office.slug),
    })),
    organisations: organisations.map((organisation) => ({
      ...knownOf(organisation, organisation.name),
      kind: organisation.kind,
    })),
    // A post has no names of its own: its wordings are those of its holders' tenures.
    offices: offices.map(({ slug, title, organisation, holders }) => ({
      ...knownOf({ slug, names: holders.flatMap(({ names }) => names) }, title),
      ...(organisation && { organisation: organisation.slug }),
    })),
    places: places.map((place) => knownOf({ ...place, ...unnamed }, place.name)),
    topics: topics.map((topic) => ({
      ...knownOf({ ...topic, ...unnamed }, topic.name),
      kind: topic.kind,
      ...(topic.parent && { parent: topic.parent.slug }),
      ...(profiles.get(topic.slug) ?? UNTOLD),
    })),
    indicators: indicators.map((indicator) => ({
      ...knownOf({ ...indicator, ...unnamed }, indicator.name),
      unit: indicator.unit,
      definition: indicator.definition,
    })),
    agreements: agreements.map((agreement) => ({
      ...knownOf(agreement, agreement.title),
      kind: agreement.kind,
      status: agreement.status,
    })),
    countries: countries.map(({ code, name }) => ({ slug: code, name, names: [] })),
  };
}
