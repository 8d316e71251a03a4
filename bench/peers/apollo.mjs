/** Apollo Server as its own documentation starts it, with graphql-js, over the world in memory: `node apollo.mjs WORLD`. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { answering } from '../lib/child.mjs';
import { schemaOver } from './world.mjs';

const server = new ApolloServer({ schema: schemaOver(process.argv[2]), includeStacktraceInErrorResponses: false });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });

answering(new URL(url).origin);
