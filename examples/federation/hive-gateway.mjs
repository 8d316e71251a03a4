/**
 * The supergraph behind Hive Gateway. `PORT=4003 node hive-gateway.mjs supergraph.graphql`
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { buildHTTPExecutor } from '@graphql-tools/executor-http';

const { PORT = '4003' } = process.env;
const [supergraph = 'supergraph.graphql'] = process.argv.slice(2);

// The same options are those of a gateway.config.ts for the `hive-gateway` command.
const gateway = createGatewayRuntime({
  supergraph: resolve(supergraph),
  // What the `hive-gateway` command brings along; its `fetch` carries the headers named below.
  transports: {
    http: {
      getSubgraphExecutor: ({ transportEntry: { location }, fetch }) =>
        // By POST subscriptions, too: the gateway streams events to nothing else.
        buildHTTPExecutor({ endpoint: location, fetch, method: 'POST' }),
    },
  },
  // Whoever asks the supergraph is who asks the subgraph: key, role and scope hold as if it had been asked directly.
  propagateHeaders: {
    fromClientToSubgraphs({ request }) {
      const authorization = request.headers.get('authorization');
      return authorization === null ? undefined : { authorization };
    },
  },
});
const server = createServer(gateway).listen(Number(PORT), '127.0.0.1');
await once(server, 'listening');
// The runtime hears these and closes what is its own; the server is ours.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    server.close(() => process.exit());
    server.closeAllConnections();
  });
}
console.log(`Hive Gateway: http://127.0.0.1:${server.address().port}/graphql`);
