/** What a running server did not do, in a sentence for whoever typed the command. */
export class RemoteError extends Error {}

/** A server that runs already, to which a command is sent when it has the database for itself. */
export interface Remote {
  /** The answer's data; throws a `RemoteError` where there is none. */
  ask<Data>(query: string, variables?: object): Promise<Data>;
}

/** The server at that address (with or without `/graphql`), to be asked with the key in DIGESTGRAPH_API_KEY. */
export function openRemote(address: string, key: string | undefined): Remote {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new RemoteError(`--server ${address} is no address: give one such as http://localhost:4000.`);
  const url = new URL(address);
  if (url.pathname === '/') url.pathname = '/graphql';
  if (!key) throw new RemoteError('Set DIGESTGRAPH_API_KEY to a key of that server that may do this.');
  return {
    async ask<Data>(query: string, variables: object = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          authorization: `Bearer ${key}`,
        },
        body: JSON.stringify({ query, variables }),
      }).catch((cause: Error) => {
        // What Node says is in the cause of "fetch failed".
        throw new RemoteError(
          `${url.origin} does not answer (${(cause.cause as Error | undefined)?.message ?? cause.message}).`,
        );
      });
      const answer = (await response.json().catch(() => null)) as {
        data?: Data;
        errors?: { message: string; extensions?: { code?: string } }[];
      } | null;
      if (!answer) throw new RemoteError(`What answers at ${url.href} is no Digestgraph (HTTP ${response.status}).`);
      const refusals =
        answer.errors?.map(({ message, extensions }) =>
          [message, extensions?.code && `(${extensions.code})`].filter(Boolean).join(' '),
        ) ?? [];
      if (refusals.length > 0 || !answer.data) throw new RemoteError(`${url.origin} refuses: ${refusals.join(' ')}`);
      return answer.data;
    },
  };
}
