import { builder } from './builder.ts';

// Apart for the same reason as mutation.ts: it comes with the first module that has a subscription.
builder.subscriptionType({
  description:
    'What can be heard of as it happens, by server-sent events (docs/subscriptions.md). Each answer is worked out when the one before has been taken: who reads slowly gets everything, later. A subscription that is ended by the server says why in a last answer that has `errors` and no `data`.',
});
