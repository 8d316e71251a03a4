/**
 * A second subgraph: it owns teams and cost centers, and knows of pools and licenses nothing but their ids.
 * `PORT=4001 TEAMS_FILE=teams.json node teams.mjs`
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

const { PORT = '4001', TEAMS_FILE = resolve(import.meta.dirname, 'teams.json') } = process.env;
const teams = JSON.parse(readFileSync(TEAMS_FILE, 'utf8'));
const typeDefs = parse(readFileSync(resolve(import.meta.dirname, 'teams.graphql'), 'utf8'));

const ownerOf = new Map(teams.flatMap((team) => [...team.pools, ...team.licenses].map((id) => [id, team])));
const byId = (id) => ({ id });
const owned = {
  // The id is all that is needed; whether there is such a pool or license is for the gateway to say.
  __resolveReference: ({ id }) => byId(id),
  team: ({ id }) => ownerOf.get(id) ?? null,
  costCenter: ({ id }) => ownerOf.get(id)?.costCenter ?? null,
};
const resolvers = {
  Query: { team: (_root, { name }) => teams.find((team) => team.name === name) ?? null, teams: () => teams },
  Team: { pools: ({ pools }) => pools.map(byId), licenses: ({ licenses }) => licenses.map(byId) },
  Pool: owned,
  License: owned,
};

const server = new ApolloServer({
  schema: buildSubgraphSchema({ typeDefs, resolvers }),
  plugins: [ApolloServerPluginInlineTraceDisabled()],
});
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: Number(PORT) } });
console.log(`teams: ${url}`);
