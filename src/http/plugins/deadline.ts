import { useRequestDeadline } from '@whatwg-node/server';
import type { Plugin } from 'graphql-yoga';
import { problem } from '../problem.ts';

/** Gives a request up after a while, and tells whatever works for it to stop. */
export function deadline(timeoutMs: number): Plugin {
  return useRequestDeadline({
    timeout: timeoutMs,
    response: () => problem(503, 'TIMEOUT', 'The request took too long and was given up. Ask for less at once.'),
  }) as Plugin;
}
