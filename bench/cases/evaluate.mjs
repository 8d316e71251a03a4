/** Evaluating 100,000 Keygen licenses, against `JSON.parse` of the vendor's bodies that they came in. */
import { pino } from 'pino';
import { product } from '../lib/product.mjs';
import { versus } from '../lib/rows.mjs';
import { median } from '../lib/statistics.mjs';

const { startKeygenEmulator } = await product('emulators/keygen/index.js');
const { evaluate } = await product('quota/evaluate.js');
const { keygenSource } = await product('sources/keygen/index.js');

/** Ten copies of an estate of 10,000 make the 100,000. */
const LICENSES = 10_000;
const COPIES = 10;
const TURNS = 3;
const LISTS = ['licenses', 'machines', 'policies', 'groups', 'users', 'processes'];
const policy = { warning: 0.8, critical: 0.9, expiringDays: 30, expiryLeadDays: [90, 30, 7, 1] };

export const about = 'quota evaluation of 100,000 Keygen licenses against JSON.parse of their bodies';

export async function run(lab) {
  const now = new Date('2026-06-30T12:00:00Z');
  const emulator = await startKeygenEmulator({ scenario: 'fleet', licenses: LICENSES, clock: { now: () => now } });
  const bodies = [];
  for (const list of LISTS) bodies.push(...(await pagesOf(emulator.url, list)));
  const snapshot = copies(await read(emulator.url, now));
  await emulator.close();

  const ownRules = keygenSource.evaluateLicense.bind(keygenSource);
  const told = await lab.interleaved({
    ours: () => medianTime(() => evaluate(snapshot, policy, now, ownRules)),
    theirs: () => medianTime(() => parseAll(bodies)),
  });
  const megabytes = (COPIES * bodies.reduce((sum, body) => sum + body.length, 0)) / 1e6;
  return [
    versus({
      name: `evaluate ${snapshot.licenses.length} licenses / JSON.parse of their bodies`,
      ...told,
      goal: '<=1',
      unit: 'ms',
      detail: `${snapshot.meters.length} quotas / ${megabytes.toFixed(0)} MB`,
    }),
  ];
}

function parseAll(bodies) {
  let rows = 0;
  for (let copy = 0; copy < COPIES; copy++) for (const body of bodies) rows += JSON.parse(body).data.length;
  return rows;
}

/** The same things again, under other ids. */
function copies({ licenses, meters, ...rest }) {
  const all = { ...rest, licenses: [], meters: [] };
  for (let copy = 0; copy < COPIES; copy++) {
    for (const license of licenses) all.licenses.push({ ...license, id: `${license.id}-${copy}` });
    for (const meter of meters) all.meters.push({ ...meter, subjectId: `${meter.subjectId}-${copy}` });
  }
  return all;
}

/** Every page of a list, as text. */
async function pagesOf(url, list) {
  const pages = [];
  let path = `/v1/accounts/demo/${list}?page[cursor]=&page[size]=100`;
  while (path !== null) {
    const response = await fetch(url + path, {
      headers: { authorization: 'Bearer admin-demo', accept: 'application/vnd.api+json', 'keygen-version': '1.8' },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    pages.push(await response.text());
    const { links, data } = JSON.parse(pages.at(-1));
    path = data.length === 0 ? null : (links.next ?? null);
  }
  return pages;
}

async function read(url, now) {
  const connection = keygenSource.connect(
    {
      ...{ name: 'keygen', kind: 'keygen', url, auth: { token: 'admin-demo' }, tls: {} },
      ...{ syncIntervalMs: 60_000, timeoutMs: 60_000, settings: { account: 'demo', webhookPublicKey: null } },
    },
    { clock: { now: () => now }, logger: pino({ level: 'silent' }) },
  );
  try {
    return await connection.read(new AbortController().signal);
  } finally {
    await connection.close();
  }
}

function medianTime(work) {
  const times = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const started = performance.now();
    work();
    times.push(performance.now() - started);
  }
  return median(times);
}
