/** All that the operations can be asked for, read from our own gateway once, so that peers in memory answer the very same. */
import { writeFileSync } from 'node:fs';
import { AUTHORIZATION, ask } from '../../lib/estate.mjs';
import { operations } from './operations.mjs';

const LICENSE = `__typename id displayName name vendorId status expiresAt source { name } group { id name }
  quotas { dimension used limit ratio state } messages(first: 100) { nodes { description } }`;
const POOL = `id displayName description unit used limit stack { displayName } quotas { dimension used limit ratio state }
  peers(first: 100) { nodes { displayName usedBytes warningCount orphan } } peerUsages(first: 100) { usedBytes peer { displayName } }
  usage { start peak last limit samples }`;

/** Writes it to `file`, and answers what requests are made of: cursors and ids. */
export async function harvest(url, file) {
  const licenses = await everyEdge(url, 'licenses', LICENSE, 500);
  const pools = await everyEdge(url, 'pools', POOL, 100);
  const { overview } = await ask(url, operations.overview, { salt: 'License:keygen:none' });
  const sdl = await (await fetch(`${url}/schema.graphql`, { headers: AUTHORIZATION })).text();
  writeFileSync(file, JSON.stringify({ sdl, licenses: nodesOf(licenses), pools: nodesOf(pools), overview }));
  return {
    now: Date.now(),
    // From each of these on there are a hundred more.
    cursors: licenses.slice(0, -100).map(({ cursor }) => cursor),
    licenseIds: nodesOf(licenses)
      .filter(({ __typename }) => __typename === 'KeygenLicense')
      .map(({ id }) => id),
    // Splunk's own ones have neither peers nor use.
    poolIds: nodesOf(pools)
      .filter(({ peerUsages }) => peerUsages.length > 0)
      .map(({ id }) => id),
  };
}

async function everyEdge(url, connection, fields, first) {
  const query = `query ($after: String) { ${connection}(first: ${first}, after: $after) { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;
  const edges = [];
  for (let after = null, isMore = true; isMore; ) {
    const page = (await ask(url, query, { after }))[connection];
    edges.push(...page.edges);
    ({ hasNextPage: isMore, endCursor: after } = page.pageInfo);
  }
  return edges;
}

function nodesOf(edges) {
  return edges.map(({ node }) => node);
}
