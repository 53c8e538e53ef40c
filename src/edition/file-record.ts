import type { Prisma } from '../generated/prisma/client.ts';
import { type Day, isoDay } from '../lib/day.ts';

/** A record in the form of an edition's files. */
export type FileRecord = Readonly<Record<string, unknown>>;

/** Records by what people know them by. */
export type RecordsByKey = ReadonlyMap<string, FileRecord>;

/** A record without the keys that say nothing, which the files leave out. */
export function compact(record: FileRecord): FileRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined));
}

/** An empty list says nothing either. */
export const listed = <Item>(items: readonly Item[]) => (items.length === 0 ? undefined : items);

export const dayOf = (day: Day | null) => day && isoDay(day);

export const inOrder = { orderBy: { ordinal: 'asc' } } as const;
export const bySlug = { select: { slug: true } } as const;
export const byCode = { select: { code: true } } as const;

export const names = {
  select: { text: true, kind: true, language: true, inSource: true },
  ...inOrder,
} as const satisfies Prisma.NameFindManyArgs;

type Name = Prisma.NameGetPayload<typeof names>;

/** Whether the source has the preferred name; undefined where there is none. */
export const isPreferredInSource = (rows: readonly Name[]) => rows.find(({ kind }) => kind === 'PREFERRED')?.inSource;

/** The names besides the preferred one. */
export const otherNamesOf = (rows: readonly Name[]) =>
  listed(
    rows
      .filter(({ kind }) => kind !== 'PREFERRED')
      .map(({ inSource, ...name }) => compact({ ...name, inSource: inSource ? undefined : false })),
  );

export const namesOf = (rows: readonly Name[]) => ({
  nameInSource: isPreferredInSource(rows) === false ? false : undefined,
  names: otherNamesOf(rows),
});

/** A title counts as a name only where the record says something of names, so it says so even with no others beside it. */
export const titleNamesOf = (rows: readonly Name[]) => ({
  nameInSource: isPreferredInSource(rows),
  names: otherNamesOf(rows),
});

type Keyed = { readonly slug: string } | null;
type Coded = { readonly code: string } | null;

/** `{actor: ...}`, `{organisation: ...}` or `{country: ...}`; undefined where nobody is named. */
export function somebody(actor: Keyed, organisation: Keyed, country: Coded) {
  if (actor) return { actor: actor.slug };
  if (organisation) return { organisation: organisation.slug };
  return country ? { country: country.code } : undefined;
}
