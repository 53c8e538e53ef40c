import type { Edition } from '../src/edition/parse-edition.ts';
import type { Gazetteer, KnownRecord } from '../src/ingest/extractor.ts';
import { profileTopics, type TopicalFact, UNTOLD } from '../src/ingest/topics/profiles.ts';

type Named = {
  readonly slug: string;
  readonly name?: string;
  readonly title?: string;
  readonly names?: readonly { readonly text: string }[] | undefined;
  readonly country?: string | undefined;
};

const knownOf = ({ slug, name, title, names = [], country }: Named): KnownRecord => ({
  slug,
  name: name ?? title ?? '',
  names: names.map(({ text }) => text),
  ...(country !== undefined && { country }),
});

function topicalFactsOf({ events, statements, passages }: Edition): readonly TopicalFact[] {
  const sourceOf = (cites: Edition['events'][number]['cites']) => cites[0]?.passage ?? '';
  return [
    ...events.map(({ title, summary, topics = [], cites }) => ({
      text: `${title}. ${summary}`,
      topics,
      source: sourceOf(cites),
    })),
    ...statements.map(({ gist, topics = [], cites }) => ({ text: gist, topics, source: sourceOf(cites) })),
    ...passages.map(({ gist, topics = [], number }) => ({ text: gist, topics, source: number })),
  ];
}

/** What a graph that holds nothing but this edition knows; without one, only the names of countries. */
export function gazetteerOf(edition: Edition | null): Gazetteer {
  const {
    actors = [],
    organisations = [],
    offices = [],
    places = [],
    topics = [],
    indicators = [],
    agreements = [],
    countries = [],
  } = edition ?? {};
  const wordings = new Map<string, string[]>();
  for (const { tenures = [] } of actors) {
    for (const { office, names = [] } of tenures)
      wordings.set(office, [...(wordings.get(office) ?? []), ...names.map(({ text }) => text)]);
  }
  const profiles = profileTopics(topics, edition ? topicalFactsOf(edition) : []);
  return {
    actors: actors.map((actor) => ({
      ...knownOf(actor as Named),
      kind: actor.kind,
      offices: (actor.tenures ?? []).map(({ office }) => office),
    })),
    organisations: organisations.map((organisation) => ({
      ...knownOf(organisation as Named),
      kind: organisation.kind,
    })),
    offices: offices.map(({ slug, title, organisation }) => ({
      slug,
      name: title,
      names: wordings.get(slug) ?? [],
      ...(organisation !== undefined && { organisation }),
    })),
    places: places.map((place) => knownOf(place as Named)),
    topics: topics.map((topic) => ({
      ...knownOf(topic),
      kind: topic.kind,
      ...(topic.parent !== undefined && { parent: topic.parent }),
      ...(profiles.get(topic.slug) ?? UNTOLD),
    })),
    indicators: indicators.map((indicator) => ({
      ...knownOf(indicator),
      unit: indicator.unit,
      definition: indicator.definition,
    })),
    agreements: agreements.map((agreement) => ({
      ...knownOf(agreement as Named),
      kind: agreement.kind,
      status: agreement.status,
    })),
    countries: countries.map(({ code, name }) => ({ slug: code, name, names: [] })),
  };
}
