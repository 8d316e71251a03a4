/** A store that others write to as well: what is stored of the sources is read for each operation. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRepo } from '../../../src/store/index.js';
import { StoreUnavailableError } from '../../../src/store/repo.js';
import { type CountingRepo, countingRepo } from '../../support/counting-repo.js';
import { startGateway, type TestGateway } from '../../support/gateway.js';
import { thingsOf } from '../../support/snapshots.js';
import { staticSource } from '../../support/static-source.js';
import { embedded, type TestStore } from '../../support/stores.js';

const { license } = thingsOf('splunk');
const source = staticSource('splunk', { licenses: [license('one')] });
const query = '{ licenses { nodes { displayName } } }';

let isAway = false;
let store: TestStore;
let counting: CountingRepo;
let gateway: TestGateway;
beforeAll(async () => {
  store = await embedded();
  const repo = await openRepo(store.config);
  counting = countingRepo({
    ...repo,
    written: () => null,
    async getMany(...asked) {
      if (isAway) throw new StoreUnavailableError('away');
      return repo.getMany(...asked);
    },
  });
  gateway = await startGateway([source.source], {
    store,
    overrides: { modules: [source.module], repo: counting.repo },
  });
  await gateway.refresh();
});
afterAll(async () => {
  await gateway?.close();
  await store?.remove();
});

it('has them read once for each, kept answers included', async () => {
  for (let times = 0; times < 3; times++) await gateway.ask(query);
  counting.reset();
  expect((await gateway.ask(query)).data).toEqual({ licenses: { nodes: [{ displayName: 'one' }] } });
  expect(counting.calls.filter((call) => !call.endsWith(' keyUses'))).toEqual(['getMany sources']);
});

it('is told to be away, by an error and by nothing else', async () => {
  isAway = true;
  try {
    const { errors } = await gateway.ask(query);
    expect(errors).toMatchObject([{ extensions: { code: 'STORE_UNAVAILABLE' } }]);
  } finally {
    isAway = false;
  }
  expect((await gateway.ask(query)).errors).toBeUndefined();
});
