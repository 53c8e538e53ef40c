/** A record in the form of an edition's files, as JSON holds it. */
export type DraftRecord = Readonly<Record<string, unknown>>;

/** A cite as the files have it: the number alone, or with a quote. */
export interface Cite {
  readonly passage: string;
  readonly quote: string | null;
}

/** The fields that refer to records of another noun, by the noun; `about` and the like name the noun themselves. */
const REFERENCES: Readonly<Record<string, string>> = {
  actor: 'actors',
  organisation: 'organisations',
  country: 'countries',
  area: 'countries',
  event: 'events',
  agreement: 'agreements',
  statistic: 'statistics',
  statement: 'statements',
  place: 'places',
  within: 'places',
  office: 'offices',
  onBehalfOf: 'organisations',
  indicator: 'indicators',
  baseline: 'statistics',
  partOf: 'statistics',
  places: 'places',
  topics: 'topics',
  signatories: 'actors',
  events: 'events',
  countries: 'countries',
};

/** `parent` is of the record's own noun. */
const OWN_REFERENCE = 'parent';

/** What a record refers to, as "noun key"; passages, which it cites, are no references. */
export function referencesIn(noun: string, record: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const inner of value) visit(inner);
      return;
    }
    for (const [field, inner] of Object.entries(value)) {
      const target = field === OWN_REFERENCE ? noun : REFERENCES[field];
      const keys = typeof inner === 'string' ? [inner] : Array.isArray(inner) ? inner : [];
      if (target) for (const key of keys) if (typeof key === 'string') found.add(`${target} ${key}`);
      visit(inner);
    }
  };
  visit(record);
  return found;
}

/** Rewrites every cite in a record, also those of its tenures and participations; one for which nothing comes back is left out. */
export function mapCites(record: DraftRecord, map: (cite: Cite) => Cite | undefined): DraftRecord {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, inner]) => [field, field === 'cites' ? mapList(inner) : visit(inner)]),
    );
  };
  const mapList = (cites: unknown): unknown => {
    if (!Array.isArray(cites)) return cites;
    const seen = new Set<string>();
    return cites.flatMap((cite: unknown) => {
      const read = readCite(cite);
      if (!read) return [cite];
      const mapped = map(read);
      // A fact cites a passage once.
      if (!mapped || seen.has(mapped.passage)) return [];
      seen.add(mapped.passage);
      return [mapped.quote === null ? mapped.passage : { passage: mapped.passage, quote: mapped.quote }];
    });
  };
  return visit(record) as DraftRecord;
}

/** Every cite in a record. */
export function citesIn(record: DraftRecord): readonly Cite[] {
  const cites: Cite[] = [];
  mapCites(record, (cite) => {
    cites.push(cite);
    return cite;
  });
  return cites;
}

function readCite(cite: unknown): Cite | undefined {
  if (typeof cite === 'string') return { passage: cite, quote: null };
  const { passage, quote } = (cite ?? {}) as Record<string, unknown>;
  if (typeof passage !== 'string') return undefined;
  return { passage, quote: typeof quote === 'string' ? quote : null };
}

/** Equal as JSON, in whatever order the keys of objects stand: a database keeps none. */
export function isSameRecord(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
