/** A page of 100 licenses with quotas, group and messages: ours against ready bytes, servers over data in memory, and Hive Gateway. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, KEYS } from '../lib/estate.mjs';
import { versus } from '../lib/rows.mjs';
import { assertWhole, compose, startHive } from '../peers/hive/start.mjs';
import { contest, figuresOf, rates } from './requests/contest.mjs';
import { operations, varied } from './requests/operations.mjs';
import { startSetting } from './requests/setting.mjs';

export const about =
  'a page of 100 licenses against ready bytes, Mercurius and Apollo in memory, and Hive Gateway on the same vendors';
export const needsPeers = true;

export async function run(lab) {
  const setting = await startSetting(lab);
  const asItComes = await setting.estate.gateway('ours, default settings', { isDefault: true });
  const callers = KEYS.map((key) => ({ authorization: `Bearer ${key}` }));
  const contestants = {
    // Ten pages, whose documents are in memory once they were read; the answers are too many to be kept.
    ours: { ...setting.asking('varied'), known: tenPages(setting.known) },
    'ours, all pages': setting.asking('varied'),
    'ours, repeated': setting.asking('repeated'),
    'ours, default settings': { ...setting.asking('varied', { server: asItComes, headers: callers }), mayRefuse: true },
  };
  if (!lab.isAlone) Object.assign(contestants, await peersOf(setting), await hivesOf(lab, setting));
  return rowsOf(await contest(lab, 'page', contestants));
}

function tenPages(known) {
  return { ...known, cursors: Array.from({ length: 10 }, (_, i) => known.cursors[(i * 100) % known.cursors.length]) };
}

async function peersOf({ ours, known, directory, peer, inMemory }) {
  const answer = join(directory, 'page.json');
  writeFileSync(
    answer,
    JSON.stringify({ data: await ask(ours.said, operations.page, varied('page', known)(0).variables) }),
  );
  const ready = await peer('ready', answer);
  return {
    'ready bytes': { server: ready, path: '/bytes', how: 'varied', known },
    stringify: { server: ready, path: '/stringify', how: 'varied', known },
    mercurius: await inMemory('mercurius', ['page']),
    apollo: await inMemory('apollo', ['page']),
  };
}

async function hivesOf(lab, { estate, directory, licenses }) {
  const supergraph = compose(estate.vendors.said.keygen, directory);
  const plain = await startHive(lab, 'hive', { supergraph });
  const cached = await startHive(lab, 'hive, response cache', { supergraph, responseCacheMs: 600_000 });
  for (const form of ['joined', 'lists']) {
    await assertWhole(plain, form);
    await assertWhole(cached, form);
  }
  const module = new URL('../peers/hive/start.mjs', import.meta.url).href;
  const asking = (server, name, form) => ({ server, requests: { module, name, args: [form, licenses / 100] } });
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
      detail: figuresOf(told[ours], told[theirs]),
    });
  return [
    row('uncached, ten pages / Mercurius with JIT in memory', 'ours', 'mercurius', '>=0.95'),
    row('uncached, all pages in turn / Mercurius with JIT in memory', 'ours, all pages', 'mercurius', '>=0.95'),
    row('repeated / ready bytes', 'ours, repeated', 'ready bytes', '>=0.5'),
    row(
      'all pages in turn / Hive Gateway that joins policy and group to each license',
      'ours, all pages',
      'hive, joined',
      '>=10',
    ),
    row(
      'all pages in turn / Hive Gateway for three lists that the caller joins',
      'ours, all pages',
      'hive, lists',
      '>=10',
    ),
    row('repeated / Hive Gateway with its response cache', 'ours, repeated', 'hive, cached', '>=1'),
    row('uncached, ten pages / Apollo standalone in memory', 'ours', 'apollo', null),
    row('uncached, ten pages / JSON.stringify of the ready object', 'ours', 'stringify', null),
    row(
      'all pages in turn, default settings / Mercurius with JIT in memory',
      'ours, default settings',
      'mercurius',
      null,
    ),
  ];
}
