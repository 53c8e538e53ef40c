import { getDatamodel } from '../generated/pothos.ts';
import { Prisma } from '../generated/prisma/client.ts';

/**
 * Stands for the id of the row in the outer query, in a condition that is compiled to SQL. It is no UUID, so that Prisma
 * refuses a condition that was never meant for it.
 */
export const PARENT_ID = 'parent.id';

/** The same for the second row, where a list hangs on a pair of rows, such as two that met. */
export const OTHER_ID = 'parent.other_id';

type Field = ReturnType<typeof getDatamodel>['datamodel']['models'][string]['fields'][number];
type Where = Readonly<Record<string, unknown>>;

const { models } = getDatamodel().datamodel;

const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The table of a model: prisma/models names them by this rule, and a test holds it against the database. */
export const tableName = (model: string) => snakeCase(model[0]?.toLowerCase() + model.slice(1));

/** The column of a field, by the same rule. */
export const columnName = snakeCase;

/** A quoted identifier; never built from what a client sent. */
export const identifier = (name: string) => Prisma.raw(`"${name}"`);

/** `alias."column"`. */
export const column = (alias: string, field: string) => Prisma.raw(`${alias}."${columnName(field)}"`);

const TRUE = Prisma.sql`true`;
const FALSE = Prisma.sql`false`;

/**
 * Compiles a Prisma `where` to the SQL condition that Prisma would send, so that one pure function from a filter to a
 * `where` serves lists, counts and hand-written SQL alike. It knows the operators that the filters use and throws on any
 * other: a condition must not be widened in silence. Conditions are two-valued (never NULL), which makes NOT a complement.
 */
export function whereSql(model: string, where: Where, alias: string): Prisma.Sql {
  return new Compiler().condition(model, where, alias);
}

class Compiler {
  #aliases = 0;

  condition(model: string, where: Where, alias: string): Prisma.Sql {
    const parts = Object.entries(where)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => this.#entry(model, key, value, alias));
    return every(parts);
  }

  #entry(model: string, key: string, value: unknown, alias: string): Prisma.Sql {
    const inner = () => asList(value).map((item) => this.condition(model, item as Where, alias));
    if (key === 'AND') return every(inner());
    if (key === 'OR') return some(inner());
    if (key === 'NOT') return Prisma.sql`not ${every(inner())}`;
    const field = models[model]?.fields.find((candidate) => candidate.name === key);
    if (!field) throw new Error(`${model} has no field ${key}.`);
    return field.kind === 'object'
      ? this.#relation(model, field, value, alias)
      : scalarCondition(field, value, column(alias, key));
  }

  #relation(model: string, field: Field, value: unknown, alias: string): Prisma.Sql {
    if (!field.isList) {
      const key = column(alias, foreignKey(field));
      if (value === null) return Prisma.sql`${key} is null`;
      const filter = value as Where;
      if ('isNot' in filter) return Prisma.sql`not ${this.#relation(model, field, filter.isNot, alias)}`;
      return this.#exists(
        field,
        (filter.is ?? filter) as Where,
        (other) => Prisma.sql`${column(other, 'id')} = ${key}`,
      );
    }
    const back = models[field.type]?.fields.find(
      (other) => other.relationName === field.relationName && (other.relationFromFields?.length ?? 0) > 0,
    );
    if (!back) throw new Error(`${model}.${field.name} has no way back.`);
    const join = (other: string) => Prisma.sql`${column(other, foreignKey(back))} = ${column(alias, 'id')}`;
    const parts = Object.entries(value as Where).map(([quantifier, filter]) => {
      if (quantifier === 'some') return this.#exists(field, filter as Where, join);
      if (quantifier === 'none') return Prisma.sql`not ${this.#exists(field, filter as Where, join)}`;
      throw new Error(`${model}.${field.name}: ${quantifier} is not compiled.`);
    });
    return every(parts);
  }

  #exists(field: Field, filter: Where, join: (alias: string) => Prisma.Sql): Prisma.Sql {
    this.#aliases += 1;
    const alias = `t${this.#aliases}`;
    const condition = this.condition(field.type, filter, alias);
    return Prisma.sql`exists (select 1 from ${identifier(tableName(field.type))} ${Prisma.raw(alias)} where ${join(alias)} and ${condition})`;
  }
}

function scalarCondition(field: Field, value: unknown, target: Prisma.Sql): Prisma.Sql {
  if (value === null) return Prisma.sql`${target} is null`;
  if (!isOperators(value)) return compare(field, '=', value, target);
  const { mode, ...operators } = value;
  const like = Prisma.raw(mode === 'insensitive' ? 'ilike' : 'like');
  const parts = Object.entries(operators)
    .filter(([, operand]) => operand !== undefined)
    .map(([operator, operand]) => {
      if (operator === 'equals') return scalarCondition(field, operand, target);
      if (operator === 'not') {
        return operand === null ? Prisma.sql`${target} is not null` : compare(field, '<>', operand, target);
      }
      const symbol = COMPARISONS[operator];
      if (symbol) return compare(field, symbol, operand, target);
      if (operator === 'in') return member(field, operand as unknown[], target);
      if (operator === 'contains') return known(field, Prisma.sql`${target} ${like} ${`%${String(operand)}%`}`, target);
      throw new Error(`${field.name}: ${operator} is not compiled.`);
    });
  return every(parts);
}

const COMPARISONS: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

function compare(field: Field, symbol: string, value: unknown, target: Prisma.Sql): Prisma.Sql {
  return known(field, Prisma.sql`${target} ${Prisma.raw(symbol)} ${parameter(field, value)}`, target);
}

function member(field: Field, values: readonly unknown[], target: Prisma.Sql): Prisma.Sql {
  if (values.length === 0) return FALSE;
  return known(
    field,
    Prisma.sql`${target} in (${Prisma.join(values.map((value) => parameter(field, value)))})`,
    target,
  );
}

/** NULL compared with anything is NULL, and NOT NULL is NULL: a nullable column says so first. */
function known(field: Field, condition: Prisma.Sql, target: Prisma.Sql): Prisma.Sql {
  return field.isRequired ? condition : Prisma.sql`(${target} is not null and ${condition})`;
}

function parameter(field: Field, value: unknown): Prisma.Sql {
  if (value === PARENT_ID || value === OTHER_ID) return Prisma.raw(value);
  if (field.kind === 'enum') return Prisma.sql`${value}::${identifier(field.type)}`;
  if (value instanceof Date && /^at$|At$/.test(field.name)) return Prisma.sql`${value.toISOString()}::timestamptz`;
  // A Date sent as an instant would be cut to a day in the session's time zone.
  if (value instanceof Date) return Prisma.sql`${value.toISOString().slice(0, 10)}::date`;
  if (field.type === 'String' && /^id$|Id$/.test(field.name)) return Prisma.sql`${value}::uuid`;
  if (field.type === 'BigInt') return Prisma.sql`${value}::bigint`;
  if (field.type === 'Int') return Prisma.sql`${value}::int`;
  if (field.type === 'Float') return Prisma.sql`${value}::float8`;
  return Prisma.sql`${value}`;
}

function foreignKey(field: Field): string {
  const key = field.relationFromFields?.[0];
  if (!key) throw new Error(`${field.name} holds no foreign key.`);
  return key;
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function isOperators(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

const every = (parts: Prisma.Sql[]) => (parts.length === 0 ? TRUE : Prisma.sql`(${Prisma.join(parts, ' and ')})`);
const some = (parts: Prisma.Sql[]) => (parts.length === 0 ? FALSE : Prisma.sql`(${Prisma.join(parts, ' or ')})`);
