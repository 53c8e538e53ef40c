import type { TestApp } from '../../support/app.ts';

export interface Reviewed {
  readonly id: string;
  readonly noun: string;
  readonly key: string;
  readonly passage: string;
  readonly record: Record<string, unknown>;
  readonly state: string;
  readonly attention: string | null;
  readonly version: number;
  readonly isOpen: boolean;
}

export interface Result {
  readonly __typename: string;
  readonly suggestion?: Reviewed;
  readonly refused?: Reviewed | null;
  readonly changed?: boolean;
  readonly referredToBy?: readonly { readonly key: string }[];
  readonly current?: Reviewed;
  readonly mistakes?: readonly { readonly path: string; readonly reason: string }[];
  readonly id?: string;
}

const SUGGESTION = 'id noun key passage record state attention version isOpen';

const INGEST = `mutation Ingest($input: IngestReportInput!) {
  ingestReport(input: $input) {
    __typename
    ... on IngestedReport {
      outcome report passageCount dropped
      draft { id version state title }
      warnings { code passage }
      changes { kind before after }
      lostQuotes { passage quote }
    }
    ... on Problem { code message }
    ... on PassagesDifferProblem { differences { number inReport inText } }
  }
}`;

const SUGGESTIONS = `query Open($draft: ID!, $filter: SuggestionFilter, $after: String) {
  draft(id: $draft) {
    version state
    suggestions(filter: $filter, first: 100, after: $after) {
      totalCount nodes { ${SUGGESTION} } pageInfo { hasNextPage endCursor }
    }
  }
}`;

const RESULTS = `results {
  __typename
  ... on ReviewedSuggestion { changed suggestion { ${SUGGESTION} } referredToBy { key } }
  ... on SuggestionConflict { current { ${SUGGESTION} } }
  ... on InvalidSuggestion { refused { ${SUGGESTION} } mistakes { path reason } }
  ... on UnknownSuggestion { id }
}`;

const REVIEW = `mutation Review($input: ReviewSuggestionsInput!) { reviewSuggestions(input: $input) { ${RESULTS} } }`;

const ADD = `mutation Add($input: AddSuggestionsInput!) { addSuggestions(input: $input) { ${RESULTS} } }`;

const PUBLISH = `mutation Publish($input: PublishReportInput!) {
  publishReport(input: $input) {
    __typename
    ... on PublishedReport { report { id slug } draft { id state version } counts { noun created updated unchanged } }
    ... on Problem { code message }
    ... on SuggestionsOpenProblem { count suggestions { key } }
    ... on FactsUncitedProblem { count suggestions { key } }
    ... on InvalidEditionProblem { mistakes { path reason suggestion { id key noun } } }
    ... on DraftChangedProblem { version }
  }
}`;

const WITHDRAW = `mutation Withdraw($input: WithdrawReportInput!) {
  withdrawReport(input: $input) {
    __typename
    ... on WithdrawnReport { draft { id state version } removedCount kept { noun key } }
    ... on Problem { code message }
    ... on ReportReferredToProblem { records { noun key } }
  }
}`;

export interface Ingested {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly outcome: string;
  readonly report: string;
  readonly draft: {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly title: string;
  } | null;
  readonly passageCount: number;
  readonly dropped: number;
  readonly warnings: readonly { readonly code: string; readonly passage: string | null }[];
  readonly changes: readonly { readonly kind: string; readonly before: string | null; readonly after: string | null }[];
  readonly lostQuotes: readonly { readonly passage: string; readonly quote: string }[];
  readonly differences?: readonly object[];
}

export interface Published {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly report?: { readonly id: string; readonly slug: string };
  readonly draft?: { readonly id: string; readonly state: string; readonly version: number };
  readonly counts?: readonly { noun: string; created: number; updated: number; unchanged: number }[];
  readonly count?: number;
  readonly version?: number;
  readonly suggestions?: readonly { readonly key: string }[];
  readonly mistakes?: readonly {
    readonly path: string;
    readonly reason: string;
    readonly suggestion: { readonly id: string; readonly key: string; readonly noun: string } | null;
  }[];
  readonly removedCount?: number;
  readonly kept?: readonly { readonly noun: string; readonly key: string }[];
  readonly records?: readonly { readonly noun: string; readonly key: string }[];
}

export interface Item {
  readonly id: string;
  readonly version: number;
  readonly decision: 'ACCEPT' | 'EDIT' | 'REJECT' | 'REOPEN';
  readonly record?: object;
  readonly reason?: string;
}

interface ListedPage {
  readonly suggestions: {
    readonly nodes: readonly Reviewed[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** The work of an editor, through the public API alone. */
export class EditorsDesk {
  readonly #app: TestApp;
  readonly #key: string;

  constructor(app: TestApp, key: string) {
    this.#app = app;
    this.#key = key;
  }

  ingest(input: object): Promise<Ingested> {
    return this.#ask(INGEST, { input }, 'ingestReport');
  }

  async review(...items: readonly Item[]): Promise<readonly Result[]> {
    const { results } = await this.#ask<{ results: Result[] }>(REVIEW, { input: { items } }, 'reviewSuggestions');
    return results;
  }

  async add(draft: string, ...items: readonly object[]): Promise<readonly Result[]> {
    const { results } = await this.#ask<{ results: Result[] }>(ADD, { input: { draft, items } }, 'addSuggestions');
    return results;
  }

  publish(input: object): Promise<Published> {
    return this.#ask(PUBLISH, { input }, 'publishReport');
  }

  withdraw(input: object): Promise<Published> {
    return this.#ask(WITHDRAW, { input }, 'withdrawReport');
  }

  async list(draft: string, filter: object = {}): Promise<readonly Reviewed[]> {
    const all: Reviewed[] = [];
    let after: string | null = null;
    do {
      const { suggestions }: ListedPage = await this.#ask(SUGGESTIONS, { draft, filter, after }, 'draft');
      all.push(...suggestions.nodes);
      after = suggestions.pageInfo.hasNextPage ? suggestions.pageInfo.endCursor : null;
    } while (after !== null);
    return all;
  }

  async find(draft: string, noun: string, key: string | RegExp): Promise<Reviewed> {
    const all = await this.list(draft, { nouns: [noun] });
    const found = all.find((one) => (typeof key === 'string' ? one.key === key : key.test(one.key)));
    if (!found) throw new Error(`No ${noun} ${key} among ${all.map((one) => one.key).join(', ')}.`);
    return found;
  }

  /** Accepts everything that is open, and answers with what cannot be accepted. */
  async acceptAll(draft: string): Promise<readonly Result[]> {
    const open = await this.list(draft, { isOpen: true });
    const results: Result[] = [];
    for (let at = 0; at < open.length; at += 100) {
      const items = open.slice(at, at + 100).map(({ id, version }) => ({ id, version, decision: 'ACCEPT' as const }));
      results.push(...(await this.review(...items)));
    }
    return results.filter(({ __typename }) => __typename !== 'ReviewedSuggestion');
  }

  async #ask<Data>(document: string, variables: object, field: string): Promise<Data> {
    const { data, errors } = await this.#app.ask<Record<string, Data>>(document, variables, this.#key);
    if (errors) throw new Error(JSON.stringify(errors));
    return data[field] as Data;
  }
}

/** Two records that an editor adds by mistake: a body that there is not, and what it is said to have said. */
export const FISH_BANK = {
  noun: 'ORGANISATIONS',
  passage: '8',
  record: { slug: 'fish-bank', name: 'Fish Bank', nameInSource: false, kind: 'COMPANY' },
};
export const FISH_BANK_SAYS = {
  noun: 'STATEMENTS',
  passage: '8',
  record: {
    slug: 'fish-bank-says',
    gist: 'Work at the port is steady.',
    speaker: { organisation: 'fish-bank' },
    cites: ['8'],
  },
};
