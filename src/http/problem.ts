/** A refusal outside of GraphQL's own answers, in the shape of a GraphQL result, so that clients need to know one shape. */
export function problem(status: number, code: string, message: string, more: Record<string, unknown> = {}): Response {
  return Response.json({ errors: [{ message, extensions: { code, ...more } }] }, { status });
}
