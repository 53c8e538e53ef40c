import { resolve } from 'node:path';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What the environment settles, read once by an entry point and passed down. `settings` says what each one means. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  /** An absolute path. */
  readonly dataDir: string;
  readonly databasePoolSize: number;
  readonly databaseStatementTimeoutMs: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly graphiql: boolean;
  readonly introspection: boolean;
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxFilterDepth: number;
  readonly maxFilters: number;
  readonly maxCost: number;
  readonly maxBodyBytes: number;
  readonly requestTimeoutMs: number;
  readonly maxSubscribers: number;
  /** 0: no limit. */
  readonly maxFailedCredentials: number;
  /** Null: clients are told apart by the address that they come from. */
  readonly clientAddressHeader: string | null;
  /** Null: tokens are not taken. */
  readonly oidcIssuer: string | null;
  readonly oidcAudience: string | null;
  readonly oidcJwksUrl: string | null;
  readonly oidcScopeClaim: string;
  /** Null: the rules of this project. */
  readonly extractorUrl: string | null;
}

/** One variable of the environment. */
export interface Setting<T = unknown> {
  readonly name: string;
  /** As it would be written; null where leaving it out means something of its own. */
  readonly default: string | null;
  readonly meaning: string;
  /** Ends the sentence "give ...". */
  readonly expected: string;
  readonly schema: z.ZodType<T>;
  /** Its text is never repeated: it may hold a password. */
  readonly secret?: boolean;
}

const number = (name: string, from: number, to: number, fallback: number, meaning: string): Setting<number> => ({
  name,
  default: String(fallback),
  meaning,
  expected: `a whole number from ${from} to ${to}`,
  schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(from).max(to)),
});

const flag = (name: string, fallback: 'on' | 'off', meaning: string): Setting<boolean> => ({
  name,
  default: fallback,
  meaning,
  expected: '"on" or "off"',
  schema: z.stringbool({ truthy: ['on', 'true', 'yes', '1'], falsy: ['off', 'false', 'no', '0'] }),
});

const webAddress = {
  expected: 'an address that begins with https:// (http:// for this machine alone)',
  schema: z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
  }),
};

const SETTINGS: { readonly [Key in keyof Config]: Setting<Config[Key]> } = {
  port: number('PORT', 0, 65_535, 4000, 'The TCP port to serve on; 0 takes any that is free.'),
  host: {
    name: 'HOST',
    // Not "localhost", which some systems bind to ::1 alone: clients of that name fall back to IPv4, but never from it.
    default: '127.0.0.1',
    meaning: 'The address to serve on: by default for this machine only; 0.0.0.0 opens it to the network.',
    expected: 'a host name or an address',
    schema: z.string().regex(/^[\w.:-]+$/),
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    default: null,
    meaning: 'The PostgreSQL database (15 or newer) to use; left out, the embedded database.',
    expected:
      'an address such as postgresql://user:password@localhost:5432/digestgraph, in which no schema but public is named',
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/)
      .refine((url) => /^(public)?$/.test(new URLSearchParams(url.split('?')[1]).get('schema') ?? '')),
    secret: true,
  },
  dataDir: {
    name: 'DIGESTGRAPH_DATA_DIR',
    default: '.data',
    meaning: 'The folder of the embedded database, seen from the working directory.',
    expected: 'a folder',
    schema: z.string().transform((folder) => resolve(folder)),
  },
  databasePoolSize: number(
    'DATABASE_POOL_SIZE',
    1,
    1000,
    10,
    'The most connections held to PostgreSQL; the embedded database always has one.',
  ),
  databaseStatementTimeoutMs: number(
    'DATABASE_STATEMENT_TIMEOUT_MS',
    100,
    3_600_000,
    10_000,
    'After how many milliseconds PostgreSQL gives a statement up; the embedded database does not.',
  ),
  logLevel: {
    name: 'LOG_LEVEL',
    default: 'info',
    meaning: 'The lowest level that is logged.',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    schema: z.enum(LOG_LEVELS),
  },
  graphiql: flag('GRAPHIQL', 'on', 'Whether GraphiQL, the page for exploring by hand, is served.'),
  introspection: flag('INTROSPECTION', 'on', 'Whether queries about the schema itself are answered.'),
  maxTokens: number('MAX_TOKENS', 1, 1_000_000, 2000, 'The most tokens that a GraphQL document may have.'),
  maxDepth: number('MAX_DEPTH', 1, 1000, 15, 'The deepest that fields may nest.'),
  maxAliases: number('MAX_ALIASES', 0, 100_000, 30, 'The most aliases that an operation may have.'),
  maxDirectives: number('MAX_DIRECTIVES', 0, 100_000, 10, 'The most directives that an operation may have.'),
  maxFilterDepth: number('MAX_FILTER_DEPTH', 1, 20, 10, 'The deepest that filters may nest by `and`, `or` and `not`.'),
  maxFilters: number(
    'MAX_FILTERS',
    1,
    100_000,
    200,
    'The most filters that an operation may have, those within others included.',
  ),
  maxCost: number('MAX_COST', 1, 1_000_000_000, 50_000, 'The most that an operation may cost, counted before it runs.'),
  maxBodyBytes: number('MAX_BODY_BYTES', 1024, 1_073_741_824, 262_144, 'The largest request body in bytes.'),
  requestTimeoutMs: number(
    'REQUEST_TIMEOUT_MS',
    100,
    3_600_000,
    30_000,
    'After how many milliseconds a request is given up.',
  ),
  maxSubscribers: number('MAX_SUBSCRIBERS', 0, 100_000, 1000, 'The most subscriptions that are served at once.'),
  maxFailedCredentials: number(
    'MAX_FAILED_CREDENTIALS',
    0,
    1_000_000,
    20,
    'How many credentials that are not good an address may send in a minute; 0 sets no limit.',
  ),
  clientAddressHeader: {
    name: 'CLIENT_ADDRESS_HEADER',
    default: null,
    meaning:
      'The header in which the proxy in front tells the address of the client, the last if there are several, such as `X-Forwarded-For`; left out, whoever comes from a private address, as a proxy does, is not limited.',
    expected: 'the name of a header',
    schema: z.string().regex(/^[A-Za-z0-9-]+$/),
  },
  oidcIssuer: {
    name: 'OIDC_ISSUER',
    default: null,
    meaning: 'The identity provider (OpenID Connect) whose tokens are taken, as in their `iss`; left out, none are.',
    ...webAddress,
  },
  oidcAudience: {
    name: 'OIDC_AUDIENCE',
    default: null,
    meaning: 'For whom a token has to be made out (`aud`), so that one meant for another service is refused.',
    expected: 'the name or address by which the provider knows this server',
    schema: z.string().regex(/^\S+$/),
  },
  oidcJwksUrl: {
    name: 'OIDC_JWKS_URL',
    default: null,
    meaning: "Where the provider's keys are; left out, the provider is asked (`/.well-known/openid-configuration`).",
    ...webAddress,
  },
  oidcScopeClaim: {
    name: 'OIDC_SCOPE_CLAIM',
    default: 'scope',
    meaning: 'The claim of a token that holds its scopes, such as `digestgraph:edit`.',
    expected: 'the name of a claim',
    schema: z.string().regex(/^\S+$/),
  },
  extractorUrl: {
    name: 'EXTRACTOR_URL',
    default: null,
    meaning:
      'Where texts are sent to be read (`src/ingest/http-extractor.ts`); left out, the rules of this project read them.',
    ...webAddress,
    secret: true,
  },
};

/** Every setting there is, for the documentation to be held against. */
export const settings: readonly Setting[] = Object.values(SETTINGS);

/** The environment cannot be used; the message names every bad setting. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Reads the settings out of an environment; an empty variable counts as left out. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values = Object.entries(SETTINGS).map(([key, setting]): [string, unknown] => {
    const text = env[setting.name]?.trim() || setting.default;
    if (text === null) return [key, null];
    const result = setting.schema.safeParse(text);
    if (!result.success) {
      const given = setting.secret ? 'cannot be used' : `is ${JSON.stringify(text)}`;
      problems.push(`${setting.name} ${given}: give ${setting.expected}.`);
    }
    return [key, result.data];
  });
  const given = (key: keyof Config) => Boolean(env[SETTINGS[key].name]?.trim());
  // Each is fine by itself, and together they would take tokens from nobody or for anybody.
  if (given('oidcIssuer') !== given('oidcAudience'))
    problems.push('OIDC_ISSUER and OIDC_AUDIENCE go together: give both, or neither.');
  if (given('oidcJwksUrl') && !given('oidcIssuer'))
    problems.push('OIDC_JWKS_URL is of no use without OIDC_ISSUER: give both, or neither.');
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(Object.fromEntries(values) as unknown as Config);
}
