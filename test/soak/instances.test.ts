/** Two gateways on one MongoDB, killed at random moments a hundred times: nothing is lost, and nothing is said twice. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openSite, type Site } from '../support/instances.js';
import { killAtRandom } from '../support/kill-at-random.js';
import { mongoUri } from '../support/stores.js';

const KILLS = Number(process.env.SOAK_KILLS ?? 100);

describe.skipIf(mongoUri === undefined)('gateway processes on one MongoDB (set MONGODB_TEST_URI)', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ licenses: 30, syncInterval: '1s' });
  });
  afterAll(() => site.close());

  it(`lose nothing in ${KILLS} kills`, () => killAtRandom(site, KILLS), KILLS * 30_000);
});
