/** A license renamed: our mutation, with the source read again after it, against the same calls of the vendor's REST made by hand. */
import { ask } from '../lib/estate.mjs';
import { versus } from '../lib/rows.mjs';
import { contest, figuresOf, rates } from './requests/contest.mjs';
import { operations, varied } from './requests/operations.mjs';
import { startSetting } from './requests/setting.mjs';

export const about = "a change with its refresh against the vendor's REST, called by hand";
export const needsPeers = true;

export async function run(lab) {
  const { estate, known, ours, asking, peer } = await startSetting(lab);
  const contestants = { ours: asking('varied') };
  const reads = await readsAfter(estate.vendors, ours, known);
  if (!lab.isAlone) {
    const rest = await peer('rest', estate.vendors.said.keygen, JSON.stringify(reads));
    contestants.rest = { ...asking('varied'), server: rest };
  }
  // One change after the other: a source's changes are made in turn.
  const told = await contest(lab, 'rename', contestants, { connections: 1 });
  return [
    versus({
      name: `a license renamed and ${reads.length} reads after it / the same calls of REST by hand`,
      ours: rates(told.ours),
      theirs: rates(told.rest),
      unit: 'changes/s',
      detail: figuresOf(told.ours, told.rest),
    }),
  ];
}

/** What our gateway reads after a change, as paths in which {id} stands for the license. */
async function readsAfter(vendors, ours, known) {
  await vendors.ask();
  const { variables } = varied('rename', known)(0);
  const { updateLicense } = await ask(ours.said, operations.rename, variables);
  if (updateLicense.license?.name !== variables.name) throw new Error(JSON.stringify(updateLicense));
  const requests = await vendors.ask();
  const id = variables.id.split(':').at(-1);
  return requests.filter(({ method }) => method === 'GET').map(({ url }) => url.replaceAll(id, '{id}'));
}
