/** A license renamed: our mutation, with its refresh, against the same calls of the vendor's REST made by hand. */
import { ask } from '../lib/estate.mjs';
import { versus } from '../lib/rows.mjs';
import { median } from '../lib/statistics.mjs';
import { operations, varied } from './requests/operations.mjs';
import { startSetting } from './requests/setting.mjs';

export const about = "a change with its refresh against the same calls of the vendor's REST by hand";
export const needsPeers = true;

const CHANGES = 4;
/** A list of everything: what is read in the background after a change, not for its answer. */
const WHOLE_LIST = /\/demo\/\w+\?page/;

export async function run(lab) {
  const { estate, known, ours, peer } = await startSetting(lab);
  let made = 0;
  const rename = async (server) => {
    const { variables } = varied('rename', known)(made++);
    const { updateLicense } = await ask(server.said, operations.rename, variables);
    if (updateLicense.license?.name !== variables.name) throw new Error(JSON.stringify(updateLicense));
    return variables.id;
  };
  const calls = await callsOf(estate.vendors, () => rename(ours));
  const reads = calls.filter(({ method }) => method === 'GET').map(({ url }) => url);
  const contestants = { ours };
  if (!lab.isAlone) contestants.rest = await peer('rest', estate.vendors.said.keygen, JSON.stringify(reads));
  const measure = (server) => async () => {
    const times = [];
    for (let change = 0; change < CHANGES; change++)
      times.push(await changed(server, () => rename(server), estate.vendors));
    return { ms: median(times.map(({ ms }) => ms)), cpuMs: median(times.map(({ cpuMs }) => cpuMs)) };
  };
  // Both are warm when it counts.
  for (const server of Object.values(contestants)) await measure(server)();
  const told = await lab.interleaved(
    Object.fromEntries(Object.entries(contestants).map(([name, server]) => [name, measure(server)])),
  );
  const row = (name, figure) =>
    versus({
      name: `a license renamed, ${name} / the same ${calls.length} calls of REST by hand`,
      ours: told.ours.map((round) => round[figure]),
      theirs: told.rest?.map((round) => round[figure]),
      unit: 'ms',
    });
  return [row('until its answer', 'ms'), row('CPU until all is at rest again', 'cpuMs')];
}

/** How long a change took, and what CPU time until nothing was asked of the vendor any more. */
async function changed(server, change, vendors) {
  const before = server.usage();
  const began = performance.now();
  await change();
  const ms = performance.now() - began;
  await atRest(vendors);
  return { ms, cpuMs: server.usage().cpuMs - before.cpuMs };
}

/** The vendor's calls for one change, with {id} in place of the license's; those of the reads that follow in the background apart. */
async function callsOf(vendors, change) {
  await atRest(vendors);
  const id = (await change()).split(':').at(-1);
  const requests = await vendors.ask();
  await atRest(vendors);
  return requests
    .filter(({ url }) => !WHOLE_LIST.test(url))
    .map(({ method, url }) => ({ method, url: url.replaceAll(id, '{id}') }));
}

async function atRest(vendors) {
  for (let quiet = 0; quiet < 3; ) {
    await new Promise((done) => setTimeout(done, 150));
    quiet = (await vendors.ask()).length === 0 ? quiet + 1 : 0;
  }
}
