import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';

export interface Change {
  readonly id: string;
  readonly kind: string;
  readonly action: string | null;
  readonly entityType: string;
  readonly key: string;
  readonly set: string;
  readonly cursor: string;
  readonly by: string;
  readonly reason: string | null;
  readonly audience: string | null;
  readonly withheld: readonly string[];
  readonly at: string;
  readonly before: Readonly<Record<string, readonly Record<string, unknown>[]>> | null;
  readonly after: Readonly<Record<string, readonly Record<string, unknown>[]>> | null;
}

/** All that the tests look at of a change. */
export const CHANGE = 'id kind action entityType key set cursor by reason audience withheld at before after';
const ALL = `query All($first: Int = 100, $after: String, $filter: ChangeFilter) {
  changes(first: $first, after: $after, filter: $filter) {
    totalCount
    edges { cursor node { ${CHANGE} } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const HISTORY = `query History($id: ID!) {
  node(id: $id) {
    ... on DraftSuggestion { history { totalCount nodes { ${CHANGE} } } }
    ... on Draft { history { totalCount nodes { ${CHANGE} } } }
  }
}`;
const REVERT = `mutation Revert($input: RevertInput!) {
  revert(input: $input) { __typename ... on Reverted { set changes { nodes { set } } } ... on Problem { code message } }
}`;

export interface Reverted {
  readonly __typename: string;
  readonly set: string;
  readonly code?: string;
  readonly changes: { readonly nodes: readonly { readonly set: string }[] };
}

interface Seen {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: Change }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What the public API tells of the log to whoever has a key, or none. */
export class LogReader {
  readonly #app: TestApp;

  constructor(app: TestApp) {
    this.#app = app;
  }

  async ask<Data>(document: string, variables: object = {}, key?: string): Promise<Data> {
    const { data, errors } = await this.#app.ask<Data>(document, variables, key);
    expect(errors).toBeUndefined();
    return data;
  }

  /** A page of `changes` after a place. */
  async page(after: string | null | undefined, key?: string, filter: object = {}): Promise<Seen> {
    return (await this.ask<{ changes: Seen }>(ALL, { after, filter }, key)).changes;
  }

  /** Everything that somebody is told by `changes`, page by page. */
  async all(key?: string, filter: object = {}): Promise<{ totalCount: number; nodes: readonly Change[] }> {
    const nodes: Change[] = [];
    let after: string | null = null;
    for (;;) {
      const { edges, pageInfo, totalCount }: Seen = await this.page(after, key, filter);
      nodes.push(...edges.map(({ node }) => node));
      expect(edges.map(({ cursor }) => cursor)).toEqual(edges.map(({ node }) => node.cursor));
      if (!pageInfo.hasNextPage) return { totalCount, nodes };
      after = pageInfo.endCursor;
    }
  }

  /** Of a draft or a suggestion. */
  async historyOf(id: string, key: string): Promise<readonly Change[]> {
    const { node } = await this.ask<{ node: { history: { nodes: Change[] } } | null }>(HISTORY, { id }, key);
    return node?.history.nodes ?? [];
  }

  async revert(input: object, key: string): Promise<Reverted> {
    return (await this.ask<{ revert: Reverted }>(REVERT, { input: { reason: 'A test.', ...input } }, key)).revert;
  }
}
