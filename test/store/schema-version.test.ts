/** Which version a store says it has, how it is brought forward, and by whom. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRepo } from '../../src/store/index.js';
import { type Doc, type Repo, StoreUnavailableError } from '../../src/store/repo.js';
import { type Migration, migrate } from '../../src/store/schema-version.js';
import { storeKinds, type TestStore } from '../support/stores.js';

describe.each(storeKinds)('the schema version of a store on $name', ({ skipped, make }) => {
  let store: TestStore;
  let repo: Repo;
  let lines: string[];
  const onProgress = (line: string) => void lines.push(line);
  const schema = () => repo.get('meta', 'schema');

  beforeEach(async () => {
    if (skipped) return;
    store = await make();
    repo = await openRepo(store.config);
    lines = [];
  });
  afterEach(async () => {
    if (skipped) return;
    await repo.close();
    await store.remove();
  });

  /** Steps up to `last`, each of which adds a field to every source. */
  const steps = (last: number, failing?: number): Migration[] =>
    Array.from({ length: last - 1 }, (_, at) => at + 2).map((to) => ({
      to,
      title: `a field v${to}`,
      async run(of) {
        if (to === failing) throw new Error('the power went');
        for await (const docs of of.scan('sources', {})) {
          const ids = docs.map(({ _id }) => _id);
          await of.patchMany('sources', ids, { [`v${to}`]: true });
        }
      },
    }));
  /** As a gateway of today's version would find it. */
  const old = async (...docs: Doc[]) => {
    await repo.deleteWhere('meta', {});
    await repo.insertMany('sources', docs);
  };

  it.skipIf(skipped)('is the current one where it is empty', async () => {
    expect(await schema()).toMatchObject({ version: 1, migrating: null });
    await repo.deleteWhere('meta', {});
    await migrate(repo, { migrations: steps(4), onProgress });
    expect(await schema()).toMatchObject({ version: 4 });
    expect(lines).toEqual([]);
  });

  it.skipIf(skipped)('is 1 where it says none and is not empty, and is brought forward step by step', async () => {
    await old({ _id: 'a' });
    await migrate(repo, { migrations: steps(3), onProgress });
    expect(await repo.get('sources', 'a')).toEqual({ _id: 'a', v2: true, v3: true });
    expect(await schema()).toMatchObject({ version: 3, migrating: null });
    expect(lines).toEqual([
      'bringing the store from version 1 to 2: a field v2',
      'bringing the store from version 2 to 3: a field v3',
    ]);
    await migrate(repo, { migrations: steps(3), onProgress });
    expect(lines).toHaveLength(2);
  });

  it.skipIf(skipped)('stays where a step failed, and goes on from there', async () => {
    await old({ _id: 'a' });
    await expect(migrate(repo, { migrations: steps(4, 3) })).rejects.toThrow('the power went');
    expect(await schema()).toMatchObject({ version: 2, migrating: null });
    await migrate(repo, { migrations: steps(4), onProgress });
    expect(lines[0]).toBe('bringing the store from version 2 to 3: a field v3');
    expect(await schema()).toMatchObject({ version: 4 });
  });

  it.skipIf(skipped)('is changed by one of several gateways that start at once', async () => {
    await old({ _id: 'a' });
    let runs = 0;
    let atOnce = 0;
    const counted = steps(3).map(
      (step): Migration => ({
        ...step,
        async run(...args) {
          runs += 1;
          atOnce += 1;
          expect(atOnce).toBe(1);
          await step.run(...args);
          atOnce -= 1;
        },
      }),
    );
    await Promise.all(Array.from({ length: 3 }, () => migrate(repo, { migrations: counted })));
    expect(runs).toBe(2);
    expect(await schema()).toMatchObject({ version: 3, migrating: null });
  });

  it.skipIf(skipped)('is refused where it is newer, before anything is touched', async () => {
    await repo.replaceMany('meta', [{ _id: 'schema', version: 7, migrating: null, beat: 0 }]);
    await repo.close();
    const error = await openRepo(store.config).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(StoreUnavailableError);
    expect((error as Error).message).toBe(
      'the store was written by a newer gateway (schema version 7, this gateway knows up to 1): run that version, or restore a backup from before',
    );
  });
});
