import { GraphQLError } from 'graphql';

/** The caller's argument cannot be used as it is; the message says which and why. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Refuses a text that the database cannot keep as it is. */
export function checkText(name: string, text: string | null | undefined): void {
  if (text == null) return;
  if (text.includes('\0')) throw badUserInput(`\`${name}\` holds a NUL character, which no text here can.`);
  if (!text.isWellFormed()) throw badUserInput(`\`${name}\` holds half a surrogate pair, which is no character.`);
}
