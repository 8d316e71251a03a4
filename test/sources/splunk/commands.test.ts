/** What all commands share, and those of groups and licenses that are there. */
import { describe, expect, it } from 'vitest';
import { type CommandName, capabilityOf } from '../../../src/domain/commands.js';
import { splunkSource } from '../../../src/sources/splunk/index.js';
import { expectRefusal, LIVE, type Manager, withManager } from './commands-support.js';
import { connectTo, json, LOGIN, PASSWORD, startStub } from './support.js';

it('offers exactly the commands that its capabilities name', async () => {
  const connection = connectTo('http://127.0.0.1:1');
  const commands = Object.keys(connection.commands) as CommandName[];
  await connection.close();
  expect([...splunkSource.capabilities].sort()).toEqual(['REFRESH_SOURCE', ...commands.map(capabilityOf)].sort());
});

it('still wants the login that another request began and gave up', async () => {
  const reached = deferred();
  const release = deferred();
  const stub = await startStub({
    [LOGIN]: async () => {
      reached.resolve();
      await release.promise;
      return json({ sessionKey: 'key' });
    },
    '/services/licenser/groups': json({ entry: [{ name: 'Free', content: { is_active: true } }] }),
  });
  const connection = connectTo(stub.url, { auth: PASSWORD });
  const sync = new AbortController();
  const reading = connection.read(sync.signal);
  await reached.promise;
  const activating = connection.commands.activateGroup?.({ vendorId: 'Free' }, new AbortController().signal);
  sync.abort(new Error('stopped'));
  await expect(reading).rejects.toThrow('stopped');
  release.resolve();
  expect(await activating).toMatchObject({ done: true });
  await connection.close();
  await stub.close();
});

it.each(['hang-before', 'hang-after'] as const)(
  'stops when it is told to, whatever became of the write (%s)',
  async (fault) => {
    await withManager(LIVE, async ({ commands, proxy }) => {
      const stop = new AbortController();
      proxy.next(fault);
      const deleting = commands.deletePool({ vendorId: 'archive' }, stop.signal);
      while (proxy.writes.length === 0) await new Promise(setImmediate);
      stop.abort(new Error('stopped'));
      await expect(deleting).rejects.toThrow('stopped');
    });
  },
);

describe('activateGroup', () => {
  it('has nothing to send for the group that is active, and knows no other names', async () => {
    await withManager(LIVE, async (manager) => {
      const activate = (vendorId: string) => manager.commands.activateGroup({ vendorId }, manager.signal);
      expect(await activate('Enterprise')).toMatchObject({ done: true });
      for (const name of ['Nobody', '', '..', 'enterprise/..']) {
        expectRefusal(await activate(name), 'GROUP_NOT_FOUND', 'groupId');
      }
      expect(manager.proxy.writes).toEqual([]);
    });
  });
});

describe('deleteLicense', () => {
  const remove = ({ commands, signal }: Manager, vendorId: string) => commands.deleteLicense({ vendorId }, signal);

  it('is refused the last license of the active group, in the words of the vendor', async () => {
    await withManager({}, async (manager) => {
      const [first, last] = manager.state.licenses.filter(({ groupId }) => groupId === 'Enterprise');
      expect(await remove(manager, first?.hash ?? '')).toMatchObject({ done: true });
      const outcome = await remove(manager, last?.hash ?? '');
      expectRefusal(outcome, 'LAST_LICENSE_IN_ACTIVE_GROUP', 'licenseId', 'You cannot delete the last license');
      expect(manager.state.licenses).toContain(last);
    });
  });

  it('gives a refusal for another reason as the vendor words it', async () => {
    await withManager(LIVE, async (manager) => {
      const outcome = await remove(manager, 'F'.repeat(64));
      expectRefusal(outcome, 'UPSTREAM_REJECTED', null, 'built in');
    });
  });

  it.each(['0'.repeat(64), '', '..', 'a\ud800'])('sends nothing for the unknown license %j', async (hash) => {
    await withManager(LIVE, async (manager) => {
      expectRefusal(await remove(manager, hash), 'LICENSE_NOT_FOUND', 'licenseId');
      expect(manager.proxy.writes).toEqual([]);
    });
  });
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
