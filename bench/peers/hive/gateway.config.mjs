/** Hive Gateway as its documentation configures it; RESPONSE_CACHE_MS turns its response cache on for so long. */
import { defineConfig } from '@graphql-hive/gateway';

const ttl = Number(process.env.RESPONSE_CACHE_MS ?? 0);

export const gatewayConfig = defineConfig({
  host: '127.0.0.1',
  graphiql: false,
  landingPage: false,
  pollingInterval: 0,
  jit: true,
  ...(ttl === 0 ? {} : { cache: { type: 'localforage' }, responseCaching: { session: () => null, ttl } }),
});
