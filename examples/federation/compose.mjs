/**
 * Composes the gateway's subgraph with that of the teams and prints the supergraph; exits 1, saying why, when they do not fit.
 * `license-gateway schema > licenses.graphql && node compose.mjs licenses.graphql > supergraph.graphql`
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const { LICENSES_URL = 'http://127.0.0.1:4000/graphql', TEAMS_URL = 'http://127.0.0.1:4001/' } = process.env;
const [licenses, teams = resolve(import.meta.dirname, 'teams.graphql')] = process.argv.slice(2);

if (licenses === undefined) {
  console.error('usage: node compose.mjs <licenses.graphql> [<teams.graphql>]');
  process.exit(2);
}

const { supergraphSdl, errors } = composeServices([
  { name: 'licenses', url: LICENSES_URL, typeDefs: parse(readFileSync(licenses, 'utf8')) },
  { name: 'teams', url: TEAMS_URL, typeDefs: parse(readFileSync(teams, 'utf8')) },
]);
for (const { message, extensions } of errors ?? []) console.error(`${extensions?.code ?? 'ERROR'}: ${message}`);
if (supergraphSdl === undefined) process.exit(1);
console.log(supergraphSdl);
