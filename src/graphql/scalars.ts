import { GraphQLError, GraphQLScalarType, type ValueNode } from 'graphql';
import {
  GraphQLCountryCode,
  GraphQLDateTimeISO,
  GraphQLJSONObject,
  GraphQLLocalDate,
  GraphQLURL,
} from 'graphql-scalars';
import { type Day, isoDay, parseDay } from '../lib/day.ts';
import { builder } from './builder.ts';

const localDate = GraphQLLocalDate.toConfig();

function toDay(text: unknown, node?: ValueNode): Day {
  const day = parseDay(text as string);
  // graphql-scalars checks first, and lets only the year 0 through.
  if (!day) throw new GraphQLError(`Value is not a valid LocalDate: ${String(text)}`, node ? { nodes: node } : {});
  return day;
}

/** graphql-scalars' LocalDate, with the driver's own day inside, so that neither filters nor resolvers convert. */
const LocalDate = new GraphQLScalarType<Day, string>({
  ...localDate,
  description:
    'A calendar day on the ground, `YYYY-MM-DD` (ISO 8601), with no time of day and no time zone: `2019-09-11`.',
  serialize: (value) => localDate.serialize(value instanceof Date ? isoDay(value) : value) as string,
  parseValue: (value) => toDay(localDate.parseValue(value)),
  parseLiteral: (node, variables) => toDay(localDate.parseLiteral(node, variables), node),
});

/** graphql-scalars' own DateTime answers with a Date object; the ISO one with the text that clients expect. */
const DateTime = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant with its offset from UTC (RFC 3339 §5.6): `2019-09-11T08:30:00Z`.',
});

const countryCode = GraphQLCountryCode.toConfig();

const CountryCode = new GraphQLScalarType<string, string>({
  ...countryCode,
  // It takes either case; the database holds capitals.
  parseValue: (value) => (countryCode.parseValue(value) as string).toUpperCase(),
  parseLiteral: (node, variables) => (countryCode.parseLiteral(node, variables) as string).toUpperCase(),
  description: 'ISO 3166-1 alpha-2 code of a country, in capitals: `BY`.',
});

const url = GraphQLURL.toConfig();

const Url = new GraphQLScalarType({
  ...url,
  description: 'An absolute address (WHATWG URL): `https://example.org/2019-09.html`.',
});

/** Open in shape, for what a client hands back as it is and need not look into. */
const JSONObject = new GraphQLScalarType<object, object>({
  ...GraphQLJSONObject.toConfig(),
  description: 'An object of JSON (RFC 8259 §4), whose fields the place where it stands describes.',
});

builder.addScalarType('LocalDate', LocalDate);
builder.addScalarType('DateTime', DateTime);
builder.addScalarType('CountryCode', CountryCode);
builder.addScalarType('URL', Url);
builder.addScalarType('JSONObject', JSONObject);
