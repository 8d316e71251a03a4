/** What users read besides pages, each operation against Mercurius with its compiler over the same data in memory. */
import { versus } from '../lib/rows.mjs';
import { contest, figuresOf, rates } from './requests/contest.mjs';
import { startSetting } from './requests/setting.mjs';

export const about =
  'overview, one pool with peers and usage, 100 nodes and 100 entities by id, search: against Mercurius in memory';
export const needsPeers = true;

const READS = {
  overview: 'overview',
  pool: 'a pool with peers and usage',
  nodes: '100 nodes by id',
  search: 'search for ten licenses',
  entities: '100 federation entities',
};

export async function run(lab) {
  const { asking, inMemory } = await startSetting(lab);
  const mercurius = lab.isAlone ? null : await inMemory('mercurius', Object.keys(READS));
  const rows = [];
  for (const [operation, title] of Object.entries(READS)) {
    const contestants = {
      ours: asking('varied'),
      repeated: asking('repeated'),
      ...(mercurius === null ? {} : { mercurius }),
    };
    const told = await contest(lab, operation, contestants);
    for (const [how, name] of Object.entries({ ours: 'uncached', repeated: 'repeated' })) {
      rows.push(
        versus({
          name: `${title}: ${name} / Mercurius with JIT in memory`,
          ours: rates(told[how]),
          theirs: rates(told.mercurius),
          unit: 'answers/s',
          detail: figuresOf(told[how], told.mercurius),
        }),
      );
    }
  }
  return rows;
}
