import { createSourceEventStream, type ExecutionResult, type GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../graphql/context.ts';
import { notAcceptable, shuttingDown, tooManySubscribers } from '../../graphql/refusals.ts';
import { Subscription, type SubscriptionArgs, type SubscriptionOptions } from '../subscription.ts';

export interface SubscriptionsOptions extends Omit<SubscriptionOptions, 'onEnd'> {
  /** The most that are served at once. */
  readonly maxSubscribers: number;
}

export interface Subscriptions {
  readonly plugin: Plugin<Context>;
  /** How many are served now. */
  count(): number;
  /** Ends them all, tells each why, and takes no more. */
  end(): void;
}

/** Serves subscriptions: how many, to whom, and for how long. Comes after the plugins that refuse operations. */
export function createSubscriptions({ maxSubscribers, ...options }: SubscriptionsOptions): Subscriptions {
  const served = new Set<Subscription>();
  let ending = false;

  async function open(args: SubscriptionArgs): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    if (ending) return refused(shuttingDown());
    // yoga would find out when the subscription is under way, and leave it so.
    if (!takesEvents(args.contextValue.request)) return refused(notAcceptable());
    if (served.size >= maxSubscribers) return refused(tooManySubscribers(maxSubscribers));
    const subscription = new Subscription(args, { ...options, onEnd: () => served.delete(subscription) });
    served.add(subscription);
    try {
      const source = await createSourceEventStream({ ...args, contextValue: subscription.context() });
      if ('errors' in source) {
        subscription.end();
        return source;
      }
      return subscription.follow(source as AsyncGenerator<unknown>);
    } catch (error) {
      subscription.end();
      throw error;
    }
  }

  return {
    plugin: {
      onSubscribe: ({ args, setSubscribeFn }) => setSubscribeFn(() => open(args as unknown as SubscriptionArgs)),
    },
    count: () => served.size,
    end() {
      ending = true;
      for (const subscription of served) subscription.end(shuttingDown());
    },
  };
}

const refused = (error: GraphQLError): ExecutionResult => ({ errors: [error] });

function takesEvents({ headers }: Request): boolean {
  const accept = headers.get('accept');
  return accept === null || /text\/event-stream|text\/\*|\*\/\*/i.test(accept);
}
