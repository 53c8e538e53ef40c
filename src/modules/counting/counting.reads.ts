import type { Database } from '../../database/database.ts';
import { column, identifier, tableName, whereSql } from '../../database/where-sql.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { CalendarUnit } from '../../lib/calendar.ts';

/** A kind of record that can be counted. */
export interface Countable {
  readonly model: 'Event' | 'Statistic' | 'Agreement';
  /** The day by which TIME places a record; one without it is undated. */
  readonly day: string;
  /** The foreign key of a citation that leads to such a record. */
  readonly citedBy: string;
  /** What the groupings share, so that its table is read once: common table expressions that may look at `fact`. */
  readonly shared: readonly Prisma.Sql[];
  /** Rows of `id` and `actor_id` among the shared ones, where the distinct actors of a bucket are to be counted. */
  readonly actors: Prisma.Sql | null;
}

/** One way of putting records into groups. */
export interface GroupSource {
  /** The name by which a client asks for it. */
  readonly name: string;
  /** A field of the record itself, of which it has one value at most. */
  readonly field?: string;
  /** Or rows of `id` and `key`: the record's id and the group's, as often as it is in groups. */
  readonly rows?: Prisma.Sql;
  /** A field of the record that those rows look at `fact` for. */
  readonly needs?: string;
  /** What the key is the id of, and which of its fields name it. Absent where the key says all. */
  readonly noun?: {
    readonly model: string;
    readonly value: string;
    readonly label: string;
    /** The shared rows that it is among; absent: in its table. */
    readonly among?: string;
  };
}

/** TIME: the period in which a record's day lies. */
export interface TimeSource {
  readonly name: 'TIME';
  readonly unit: CalendarUnit;
}

export interface CountedBucket {
  /** A key a grouping, in their order: an id, a value, or the first day of a period ("" for the undated). */
  readonly keys: readonly string[];
  readonly values: readonly string[];
  readonly labels: readonly (string | null)[];
  readonly facts: number;
  readonly mentions: number;
  /** Zero where the record knows no actors. */
  readonly actors: number;
}

export interface Count {
  readonly total: number;
  readonly undated: number;
  /** How many are in some bucket. */
  readonly placed: number;
  readonly buckets: readonly CountedBucket[];
}

type Row = Omit<Count, 'buckets'> & { [Key in keyof CountedBucket]: CountedBucket[Key] | null };

/**
 * Counts what the condition finds, by the groupings; at most `limit` buckets, the fullest, so ask for one more than will
 * do. One statement, which reads the records, their citations and what the groupings need of each of them once.
 */
export async function countBuckets(
  db: Database,
  countable: Countable,
  where: object,
  groupings: readonly (GroupSource | TimeSource)[],
  limit: number,
): Promise<Count> {
  const sources = groupings.map((grouping, index) => sourceSql(grouping, countable, Prisma.raw(`g${index}`)));
  const names = groupings.map((grouping, index) => namesSql(grouping, index));
  const keys = groupings.map((_, index) => Prisma.raw(`k${index}`));
  const keysOf = (table: string) => Prisma.join(groupings.map((_, index) => Prisma.raw(`${table}.k${index}`)));
  const fields = groupings.flatMap((grouping) =>
    'unit' in grouping ? [] : [grouping.field, grouping.needs].filter((field) => field !== undefined),
  );
  const ctes = [
    // Without the texts of the records, which are most of them.
    Prisma.sql`fact as materialized (
      select ${Prisma.join(['id', countable.day, ...fields].map((field) => column('fact', field)))}
      from ${identifier(tableName(countable.model))} fact
      where ${whereSql(countable.model, where as Record<string, unknown>, 'fact')}
    )`,
    Prisma.sql`cited as materialized (
      select ${column('citation', countable.citedBy)} as id, citation.passage_id
      from citation join fact on fact.id = ${column('citation', countable.citedBy)}
    )`,
    ...countable.shared,
    Prisma.sql`grouped as materialized (
      select ${Prisma.raw(sources.some(({ join }) => join) ? 'distinct' : '')} fact.id,
        ${Prisma.join(sources.map(({ key }, index) => Prisma.sql`${key} as ${keys[index]}`))}
      from fact ${concat(sources.flatMap(({ join }) => join ?? []))}
      ${allOf(sources.map(({ condition }) => condition))}
    )`,
    Prisma.sql`bucket as materialized (
      select ${keysOf('grouped')}, count(*)::int as facts, coalesce(sum(telling.mentions), 0)::int as mentions
      from grouped
      left join (select cited.id, count(*) as mentions from cited group by cited.id) telling on telling.id = grouped.id
      group by ${keysOf('grouped')}
      order by facts desc, ${keysOf('grouped')}
      limit ${limit}
    )`,
    Prisma.sql`cast_of as (${castSql(countable, keysOf)})`,
  ];
  const sameKeys = Prisma.join(
    keys.map((key) => Prisma.sql`cast_of.${key} = bucket.${key}`),
    ' and ',
  );
  const rows = await db.$queryRaw<Row[]>`
    with ${Prisma.join(ctes, ', ')}
    select
      (select count(*)::int from fact) as total,
      (select count(*)::int from fact where ${column('fact', countable.day)} is null) as undated,
      (select count(distinct grouped.id)::int from grouped) as placed,
      array[${Prisma.join(keys.map((key) => Prisma.sql`bucket.${key}::text`))}] as keys,
      bucket.facts, bucket.mentions, ${countable.actors ? Prisma.sql`coalesce(cast_of.actors, 0)` : Prisma.sql`0`} as actors,
      array[${Prisma.join(names.map(({ value }) => value))}]::text[] as values,
      array[${Prisma.join(names.map(({ label }) => label))}]::text[] as labels
    from (select) always
    left join bucket on true
    ${countable.actors ? Prisma.sql`left join cast_of on ${sameKeys}` : Prisma.empty}
    ${concat(names.flatMap(({ join }) => join ?? []))}`;
  const { total = 0, undated = 0, placed = 0 } = rows[0] ?? {};
  return { total, undated, placed, buckets: rows.filter((row): row is Row & CountedBucket => row.facts !== null) };
}

interface SourceSql {
  readonly key: Prisma.Sql;
  readonly join?: Prisma.Sql;
  readonly condition?: Prisma.Sql;
}

function sourceSql(grouping: GroupSource | TimeSource, countable: Countable, alias: Prisma.Sql): SourceSql {
  if ('unit' in grouping) {
    // As a timestamp without a zone: cut in the session's time zone, a day would slip.
    const start = Prisma.sql`date_trunc(${grouping.unit.toLowerCase()}::text, ${column('fact', countable.day)}::timestamp)`;
    return { key: Prisma.sql`coalesce(to_char(${start}, 'YYYY-MM-DD'), '')` };
  }
  if (grouping.rows) {
    return {
      key: Prisma.sql`${alias}.key`,
      join: Prisma.sql`join (${grouping.rows}) ${alias} on ${alias}.id = fact.id`,
    };
  }
  const own = column('fact', grouping.field ?? '');
  return { key: own, condition: Prisma.sql`${own} is not null` };
}

/** How a group is called, looked up once the groups are counted. */
function namesSql(grouping: GroupSource | TimeSource, index: number) {
  const key = Prisma.raw(`bucket.k${index}`);
  if ('unit' in grouping || !grouping.noun) return { value: Prisma.sql`${key}::text`, label: Prisma.sql`null` };
  const { model, value, label, among = tableName(model) } = grouping.noun;
  const alias = `n${index}`;
  return {
    value: Prisma.sql`${column(alias, value)}::text`,
    label: column(alias, label),
    join: Prisma.sql`left join ${identifier(among)} ${Prisma.raw(alias)} on ${column(alias, 'id')} = ${key}`,
  };
}

/** The distinct ones first: counted by DISTINCT in each group they would all be sorted. */
const castSql = ({ actors }: Countable, keysOf: (table: string) => Prisma.Sql): Prisma.Sql =>
  actors
    ? Prisma.sql`select ${keysOf('met')}, count(*)::int as actors
        from (select distinct ${keysOf('grouped')}, part.actor_id
          from grouped join (${actors}) part on part.id = grouped.id) met
        group by ${keysOf('met')}`
    : Prisma.sql`select`;

const concat = (parts: readonly Prisma.Sql[]) => (parts.length === 0 ? Prisma.empty : Prisma.join([...parts], ' '));

function allOf(conditions: readonly (Prisma.Sql | undefined)[]): Prisma.Sql {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length === 0 ? Prisma.empty : Prisma.sql`where ${Prisma.join(given, ' and ')}`;
}
