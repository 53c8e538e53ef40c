import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLError } from 'graphql';
import { findRefusal } from '../graphql/authorise.ts';
import type { Context } from '../graphql/context.ts';
import { type FaultReporter, maskError } from '../graphql/mask-error.ts';
import { credentialEnded } from '../graphql/refusals.ts';
import type { Viewer } from '../graphql/viewer.ts';
import type { Lanes } from '../lib/lanes.ts';
import type { Rejection } from './plugins/authenticate.ts';
import { requestId, withRequestId } from './request-id.ts';

export interface SubscriptionOptions {
  /** How often to ask whether a credential is still good, while nothing is told. */
  readonly recheckMs: number;
  /** How long ago that may have been when something is. */
  readonly freshMs: number;
  /** Through which the answers are worked out. */
  readonly lanes: Lanes;
  readonly report: FaultReporter;
  createContext(viewer: Viewer, ended: AbortSignal): Context;
  /** Who sent a request, asked anew. */
  identify(request: Request): Promise<Viewer | Rejection>;
  onEnd(): void;
}

/** What GraphQL runs an operation with. */
export type SubscriptionArgs = ExecutionArgs & { readonly contextValue: Context & { readonly request: Request } };

type Result = IteratorResult<ExecutionResult, undefined>;

/**
 * The answers of one subscription, each worked out when the one before has been taken. It ends when its reader goes, when
 * its source does, or by `end`; what went wrong is told in a last answer, and no error ever leaves by another way.
 */
export class Subscription implements AsyncIterableIterator<ExecutionResult, undefined, undefined> {
  readonly #args: SubscriptionArgs;
  readonly #options: SubscriptionOptions;
  readonly #id = requestId();
  readonly #ended = new AbortController();
  readonly #recheck: NodeJS.Timeout | undefined;
  #viewer: Viewer;
  #checkedAt = performance.now();
  #source: AsyncIterator<unknown> | undefined;
  #lastWord: GraphQLError | undefined;

  constructor(args: SubscriptionArgs, options: SubscriptionOptions) {
    this.#args = args;
    this.#options = options;
    const { viewer, request } = args.contextValue;
    this.#viewer = viewer;
    if (viewer.kind !== 'ANONYMOUS') {
      this.#recheck = setInterval(() => void this.#checkViewer(request), options.recheckMs).unref();
    }
    // Covers what the stream does not: a reader that goes before there is one.
    request.signal.addEventListener('abort', this.#onAbort);
  }

  /** A new one for each answer: what was loaded for one is old for the next. */
  context(): Context {
    return { ...this.#args.contextValue, ...this.#options.createContext(this.#viewer, this.#ended.signal) };
  }

  follow(source: AsyncIterator<unknown>): this {
    this.#source = source;
    return this;
  }

  /** Frees everything; where there is something to say to the reader, that is said last. */
  end(lastWord?: GraphQLError): void {
    if (this.#ended.signal.aborted) return;
    this.#lastWord = lastWord;
    clearInterval(this.#recheck);
    this.#args.contextValue.request.signal.removeEventListener('abort', this.#onAbort);
    this.#ended.abort();
    this.#options.onEnd();
    // A source that failed has told so already.
    this.#source?.return?.()?.catch(() => {});
  }

  async next(): Promise<Result> {
    const answer = await this.#answer();
    if (answer) return { value: answer, done: false };
    this.end();
    const lastWord = this.#lastWord;
    this.#lastWord = undefined;
    return lastWord ? { value: { errors: [this.#mask(lastWord)] }, done: false } : { value: undefined, done: true };
  }

  async return(): Promise<Result> {
    this.#lastWord = undefined;
    this.end();
    return { value: undefined, done: true };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  readonly #onAbort = () => this.end();

  async #answer(): Promise<ExecutionResult | null> {
    try {
      if (this.#ended.signal.aborted || !this.#source) return null;
      const event = await this.#source.next();
      if (event.done) return null;
      return await this.#options.lanes.run(() => withRequestId(this.#id, () => this.#execute(event.value)));
    } catch (error) {
      this.end(error as GraphQLError);
      return null;
    }
  }

  async #execute(event: unknown): Promise<ExecutionResult | null> {
    // What has happened since is not for whoever may not see it any more.
    if (this.#recheck && performance.now() - this.#checkedAt >= this.#options.freshMs) {
      await this.#checkViewer(this.#args.contextValue.request);
    }
    if (this.#ended.signal.aborted) return null;
    const result = await execute({ ...this.#args, rootValue: event, contextValue: this.context() });
    if (this.#ended.signal.aborted) return null;
    return result.errors ? { ...result, errors: result.errors.map((error) => this.#mask(error)) } : result;
  }

  #mask(error: unknown): GraphQLError {
    return withRequestId(this.#id, () => maskError(error, this.#options.report));
  }

  async #checkViewer(request: Request): Promise<void> {
    const viewer = await this.#options.identify(request).catch((): Rejection => 'UNAVAILABLE');
    this.#checkedAt = performance.now();
    // Who cannot be asked is not refused: the next time tells.
    if (viewer === 'UNAVAILABLE') return;
    if (viewer === 'INVALID') return this.end(credentialEnded());
    const { schema, document, operationName, variableValues } = this.#args;
    const refusal = findRefusal(schema, document, operationName, { ...variableValues }, viewer);
    if (refusal) this.end(refusal);
    else this.#viewer = viewer;
  }
}
