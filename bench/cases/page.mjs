/** A page of 100 licenses with quotas, group and messages: ours against ready bytes, servers over data in memory, and Hive Gateway. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUTHORIZATION, ask, KEYS, startEstate } from '../lib/estate.mjs';
import { CACHE } from '../lib/lab.mjs';
import { versus } from '../lib/rows.mjs';
import { cursorOf } from '../peers/cursor.mjs';
import { assertWhole, compose, startHive } from '../peers/hive/start.mjs';
import { assertSameAnswers, contest, rates } from './requests/contest.mjs';
import { operations, varied } from './requests/operations.mjs';
import { harvest } from './requests/world.mjs';

export const about =
  'a page of 100 licenses against ready bytes, Mercurius and Apollo in memory, and Hive Gateway on the same vendors';

export const needsPeers = true;

export async function run(lab) {
  const licenses = lab.isQuick ? 1_000 : 10_000;
  const estate = await startEstate(lab, { licenses });
  const ours = await estate.gateway('ours');
  const asItComes = await estate.gateway('ours, default settings', { isDefault: true });
  const directory = join(CACHE, 'bench');
  mkdirSync(directory, { recursive: true });
  const world = join(directory, 'world.json');
  const known = await harvest(ours.said, world);
  const headers = AUTHORIZATION;
  const contestants = {
    ours: { server: ours, how: 'varied', known, headers },
    'ours, repeated': { server: ours, how: 'repeated', known, headers },
    'ours, default settings': {
      server: asItComes,
      how: 'varied',
      known,
      headers: KEYS.map((key) => ({ authorization: `Bearer ${key}` })),
    },
  };
  if (!lab.isAlone)
    Object.assign(
      contestants,
      await peersOf(lab, { ours, known, world, directory, vendors: estate.vendors, licenses }),
    );
  const told = await contest(lab, 'page', contestants);
  return rowsOf(told);
}

async function peersOf(lab, { ours, known, world, directory, vendors, licenses }) {
  const answer = join(directory, 'page.json');
  writeFileSync(
    answer,
    JSON.stringify({ data: await ask(ours.said, operations.page, varied('page', known)(0).variables) }),
  );
  const peer = (name, ...args) =>
    lab.server(name, { args: [new URL(`../peers/${name}.mjs`, import.meta.url).pathname, ...args] });
  const ready = await peer('ready', answer);
  const inMemory = { ...known, cursors: known.cursors.map((_, place) => cursorOf(place)) };
  const peers = {
    'ready bytes': { server: ready, path: '/bytes', how: 'varied', known },
    stringify: { server: ready, path: '/stringify', how: 'varied', known },
  };
  for (const name of ['mercurius', 'apollo']) {
    const server = await peer(name, world);
    await assertSameAnswers({
      operation: 'page',
      ours: known,
      theirs: inMemory,
      askOurs: (query, variables) => ask(ours.said, query, variables),
      askTheirs: (query, variables) => ask(server.said, query, variables),
    });
    peers[name] = { server, how: 'varied', known: inMemory };
  }
  return { ...peers, ...(await hivesOf(lab, { keygen: vendors.said.keygen, directory, pages: licenses / 100 })) };
}

async function hivesOf(lab, { keygen, directory, pages }) {
  const supergraph = compose(keygen, directory);
  const plain = await startHive(lab, 'hive', { supergraph });
  const cached = await startHive(lab, 'hive, response cache', { supergraph, responseCacheMs: 600_000 });
  for (const form of ['joined', 'lists']) {
    await assertWhole(plain, form);
    await assertWhole(cached, form);
  }
  const module = new URL('../peers/hive/start.mjs', import.meta.url).href;
  const asking = (server, name, form) => ({ server, requests: { module, name, args: [form, pages] } });
  return {
    'hive, joined': asking(plain, 'paged', 'joined'),
    'hive, lists': asking(plain, 'paged', 'lists'),
    'hive, cached': asking(cached, 'samePage', 'joined'),
  };
}

function rowsOf(told) {
  const row = (name, ours, theirs, goal) =>
    versus({
      name: `page of 100: ${name}`,
      ours: rates(told[ours]),
      theirs: rates(told[theirs]),
      goal,
      unit: 'pages/s',
      detail: detailOf(told, ours, theirs),
    });
  return [
    row('uncached / Mercurius with JIT in memory', 'ours', 'mercurius', '>=0.95'),
    row('repeated / ready bytes', 'ours, repeated', 'ready bytes', '>=0.5'),
    row(
      'uncached / Hive Gateway, which asks for the policy and the group of each license',
      'ours',
      'hive, joined',
      '>=10',
    ),
    row('uncached / Hive Gateway, which asks for three lists that the caller joins', 'ours', 'hive, lists', '>=10'),
    row('repeated / Hive Gateway with its response cache', 'ours, repeated', 'hive, cached', '>=1'),
    row('uncached / Apollo standalone in memory', 'ours', 'apollo', null),
    row('uncached / JSON.stringify of the ready object', 'ours', 'stringify', null),
    row('uncached, default settings / Mercurius with JIT in memory', 'ours, default settings', 'mercurius', null),
  ];
}

function detailOf(told, ...names) {
  const parts = names.flatMap((name) => {
    if (told[name] === undefined) return [];
    const last = told[name].at(-1);
    const busy = last.busy > 0.9 ? ', load at its limit' : '';
    return `p50 ${last.p50.toFixed(1)} ms, p99 ${last.p99.toFixed(1)} ms, ${last.cpuMs?.toFixed(2)} ms CPU, ${(last.bytes / 1000).toFixed(0)} kB${busy}`;
  });
  return parts.join(' / ');
}
