/** Kills gateways of a site at random moments while its vendor changes, and looks whether anything was lost or said twice. */
import { expect } from 'vitest';
import { eventually, idOf, licenseRow, type Site } from './instances.js';

/** How long a gateway is left alone at most: about as long as a read and its storing take. */
const LONGEST_LIFE_MS = 1_500;

export async function killAtRandom(site: Site, kills: number): Promise<void> {
  const soon = new Date(Date.now() + 3_600_000);
  let gateways = [await site.start(), await site.start()];
  let torn = 0;
  for (let kill = 1; kill <= kills; kill++) {
    site.vendor.licenses.update(idOf(1 + (kill % 30)), { name: `change ${kill}`, updated: new Date() });
    site.vendor.licenses.insert(licenseRow(1_000 + kill, soon));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE_MS));
    const [victim, other] = Math.random() < 0.5 ? gateways : gateways.toReversed();
    await victim?.end('SIGKILL');
    if ((await site.state()).writing !== null) torn++;
    gateways = [...(other === undefined ? [] : [other]), await site.start()];
  }
  const wanted = site.vendor.licenses.all().map(({ id, name }) => `${id} ${name}`);
  await eventually(async () => {
    const stored = (await site.stored('licenses')).map(({ vendorId, name }) => `${vendorId} ${name}`);
    expect(stored.sort()).toEqual(wanted.toSorted());
  });
  // One for each license that expires soon, and of each only one, whatever became of it.
  const subjects = (await site.stored('messages')).map(({ subjectId }) => String(subjectId));
  expect(subjects).toHaveLength(kills);
  expect(new Set(subjects).size).toBe(kills);
  process.stdout.write(`${kills} kills, ${torn} of them during a write\n`);
}
