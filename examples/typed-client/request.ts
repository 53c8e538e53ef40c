import type { TypedDocumentString } from './generated/graphql.ts';

/** A refusal or fault of the server; `codes` are the stable `extensions.code` of each error. */
export class RequestError extends Error {
  readonly codes: readonly string[];

  constructor(errors: readonly { message: string; extensions?: { code?: string } }[]) {
    super(errors.map(({ message }) => message).join(' '));
    this.codes = errors.map(({ extensions }) => extensions?.code ?? 'UNKNOWN');
  }
}

/** Sends a document with its variables, both typed by codegen, and answers with its data. */
export async function request<Data, Variables>(
  endpoint: string,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Data;
    errors?: ConstructorParameters<typeof RequestError>[0];
  };
  if (errors || !data) throw new RequestError(errors ?? [{ message: `The server answered ${response.status}.` }]);
  return data;
}
