/** The supergraph behind Apollo Gateway. `PORT=4002 node apollo-gateway.mjs supergraph.graphql` */
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const { PORT = '4002' } = process.env;
const [supergraph = 'supergraph.graphql'] = process.argv.slice(2);

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  buildService: (service) =>
    new RemoteGraphQLDataSource({
      ...service,
      // Whoever asks the supergraph is who asks the subgraph: key, role and scope hold as if it had been asked directly.
      willSendRequest({ request, context }) {
        if (context.authorization !== undefined) request.http.headers.set('authorization', context.authorization);
      },
    }),
});
const server = new ApolloServer({ gateway, includeStacktraceInErrorResponses: false });
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: Number(PORT) },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
console.log(`Apollo Gateway: ${url}`);
