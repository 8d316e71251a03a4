/** Mercurius with subscriptions over its own pubsub: publishes a quota when it is told to, and counts the subscriptions begun. */
import fastify from 'fastify';
import mercurius from 'mercurius';
import { answering } from '../lib/child.mjs';

const schema = `
  type Quota { used: String! limit: String! ratio: Float! state: String! }
  type Query { quota: Quota }
  type Subscription { quotaChanged: Quota! }`;
let used = 0;
let begun = 0;

const app = fastify();
app.register(mercurius, {
  schema,
  jit: 1,
  resolvers: {
    Subscription: {
      quotaChanged: {
        subscribe: (_root, _args, { pubsub }) => {
          begun++;
          return pubsub.subscribe('quota');
        },
      },
    },
  },
  subscription: true,
});
const url = await app.listen({ port: 0, host: '127.0.0.1' });

answering(url, (question) => {
  if (question === 'begun') return begun;
  used = (used + 1) % 100;
  const quotaChanged = { used: String(used), limit: '100', ratio: used / 100, state: 'OK' };
  app.graphql.pubsub.publish({ topic: 'quota', payload: { quotaChanged } });
});
