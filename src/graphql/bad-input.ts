import { GraphQLError } from 'graphql';

/** The caller's argument cannot be used as it is; the message says which and why. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
