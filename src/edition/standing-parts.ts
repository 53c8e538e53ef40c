import type { Prisma } from '../generated/prisma/client.ts';

/** What a file can hold. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** A record as somebody writes it, before anything has been found right about it. */
export type RawRecord = Readonly<Record<string, Value>> & { readonly slug: string };

/** How a record that may cite several reports names a passage. */
export const passageKey = (report: string, number: string) => `${report} ${number}`;

export const slugged = { select: { slug: true } } as const;

export const names = {
  orderBy: { ordinal: 'asc' },
  select: { text: true, kind: true, language: true, inSource: true },
} as const satisfies Prisma.NameFindManyArgs;

export const cites = {
  orderBy: { ordinal: 'asc' },
  select: { quote: true, passage: { select: { number: true, report: slugged } } },
} as const satisfies Prisma.CitationFindManyArgs;

export const targets = {
  orderBy: { ordinal: 'asc' },
  select: {
    targetEvent: slugged,
    targetAgreement: slugged,
    targetStatistic: slugged,
    targetStatement: slugged,
    targetActor: slugged,
    targetOrganisation: slugged,
    targetCountry: { select: { code: true } },
  },
} as const satisfies Prisma.AboutFindManyArgs;

/** A map without the keys that say nothing. */
export function compact<Map extends Readonly<Record<string, Value | undefined>>>(map: Map) {
  const entries = Object.entries(map).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Record<string, Value> & Pick<Map, Extract<keyof Map, 'slug'>>;
}

type Name = Prisma.NameGetPayload<typeof names>;

/** Whether the preferred name is one of the source's, and the other names. */
export function namesOf(rows: readonly Name[]): { readonly inSource: boolean | undefined; readonly others: Value } {
  return {
    inSource: rows.find(({ kind }) => kind === 'PREFERRED')?.inSource,
    others: rows.filter(({ kind }) => kind !== 'PREFERRED').map((name) => compact({ ...name })),
  };
}

/** Of a title, which is a name only beside others. */
export function titleNamesOf(rows: readonly Name[]) {
  if (rows.length === 0) return {};
  const { inSource, others } = namesOf(rows);
  return { nameInSource: inSource, names: others };
}

export function citesOf(rows: readonly Prisma.CitationGetPayload<typeof cites>[]): Value {
  return rows.map(({ passage, quote }) => compact({ passage: passageKey(passage.report.slug, passage.number), quote }));
}

export function targetsOf(rows: readonly Prisma.AboutGetPayload<typeof targets>[]): Value {
  return rows.map((row) =>
    compact({
      event: row.targetEvent?.slug,
      agreement: row.targetAgreement?.slug,
      statistic: row.targetStatistic?.slug,
      statement: row.targetStatement?.slug,
      actor: row.targetActor?.slug,
      organisation: row.targetOrganisation?.slug,
      country: row.targetCountry?.code,
    }),
  );
}
