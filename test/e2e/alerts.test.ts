import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlertOptions } from '../../src/alerts/options.js';
import { SourceFailure } from '../../src/domain/failure.js';
import { sourceModules } from '../../src/sources/index.js';
import { graphql } from '../generated/index.js';
import { type AlertReceiver, channelTo, noAlerts, SECRET, startAlertReceiver } from '../support/alert-receiver.js';
import { keys, startGateway, type TestGateway } from '../support/gateway.js';
import { staticSource } from '../support/static-source.js';
import { storeKinds, type TestStore } from '../support/stores.js';

const testAlert = graphql(`
  mutation TestAlert($channel: String!) {
    testAlert(input: { channel: $channel }) {
      delivered
      errors {
        code
        message
        path
      }
    }
  }
`);
const audited = graphql(`
  query AuditedTests {
    auditEntries {
      nodes {
        actor
        action
        subjectId
        source {
          id
        }
        input
        outcome
        code
      }
    }
  }
`);

describe.each(storeKinds)('alerts on $name', ({ skipped, make }) => {
  describe.skipIf(skipped)('of a gateway', () => {
    let store: TestStore;
    let receiver: AlertReceiver;
    const gateways: TestGateway[] = [];
    const down = () => {
      const source = staticSource('down', {});
      source.says = new SourceFailure('UNREACHABLE', 'ECONNREFUSED', 'nobody listens there');
      return source;
    };

    beforeEach(async () => {
      store = await make();
      receiver = await startAlertReceiver();
    });
    afterEach(async () => {
      await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
      await receiver.close();
      await store.remove();
    });

    async function start(alerts: AlertOptions, source = down()): Promise<TestGateway> {
      const overrides = { modules: [...sourceModules, source.module] };
      const gateway = await startGateway([source.source], { store, alerts, overrides });
      gateways.push(gateway);
      return gateway;
    }
    const options = (): AlertOptions => ({ ...noAlerts, channels: [channelTo(receiver.url)] });

    it('reach their receiver when a message is raised, signed, and by themselves', async () => {
      const gateway = await start(options());
      await gateway.refresh();
      await receiver.count(1);
      const [one] = receiver.received;
      const event = new Webhook(SECRET).verify(one?.body ?? '', one?.headers as Record<string, string>);
      expect(event).toMatchObject({
        type: 'message.raised',
        data: {
          category: 'SOURCE_FAILING',
          severity: 'ERROR',
          source: 'down',
          kind: 'static-down',
          subject: { id: 'Source:down', concept: 'Source', name: 'down' },
        },
      });
      expect(one?.body).not.toContain('secret');
    });

    it('that no receiver took are sent by the gateway that starts next, under the same id', async () => {
      receiver.answer = () => ({ status: 503 });
      const first = await start(options());
      await first.refresh();
      await receiver.count(1);
      await gateways.pop()?.close();
      receiver.answer = () => ({ status: 204 });
      await start(options());
      await receiver.count(2);
      expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
    }, 30_000);

    it('can be tried, and say whether they arrive', async () => {
      const gateway = await start(options());
      expect(await gateway.query(testAlert, { channel: 'ops' }, 'OPERATOR')).toEqual({
        testAlert: { delivered: true, errors: [] },
      });
      const sent = receiver.received.find(({ event }) => event.type === 'test');
      expect(sent?.event.data).toEqual({
        channel: 'ops',
        by: 'operator',
        description: 'operator tests the channel ops of license-gateway.',
      });
    });

    it('can be tried when they do not arrive, which is no fault of the gateway', async () => {
      const gateway = await start(options());
      const tried = async (channel = 'ops') => (await gateway.query(testAlert, { channel })).testAlert;
      receiver.answer = () => ({ status: 401 });
      const refused = 'the channel did not take the event: it answered with status 401';
      expect(await tried()).toEqual({
        delivered: false,
        errors: [{ code: 'UPSTREAM_REJECTED', message: refused, path: null }],
      });
      await receiver.close();
      expect(await tried()).toMatchObject({ delivered: false, errors: [{ code: 'UPSTREAM_UNAVAILABLE', path: null }] });
      expect(await tried('nobody')).toEqual({
        delivered: null,
        errors: [
          { code: 'INVALID_INPUT', message: 'there is no channel of this name; there are ops', path: ['channel'] },
        ],
      });
      const outcomes = (await gateway.query(audited)).auditEntries?.nodes;
      expect(outcomes).toEqual(
        [
          { outcome: 'REFUSED', code: 'INVALID_INPUT', input: { channel: 'nobody' } },
          { outcome: 'FAILED', code: 'UPSTREAM_UNAVAILABLE', input: { channel: 'ops' } },
          { outcome: 'REFUSED', code: 'UPSTREAM_REJECTED', input: { channel: 'ops' } },
        ].map((entry) => ({ actor: 'admin', action: 'testAlert', subjectId: null, source: null, ...entry })),
      );
    });

    it('are not to be tried by viewers', async () => {
      const gateway = await start(options());
      const text = 'mutation { testAlert(input: { channel: "ops" }) { delivered } }';
      const { errors } = await gateway.ask(text, {}, keys.VIEWER);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await gateway.query(audited)).auditEntries?.nodes).toMatchObject([
        { actor: 'viewer', action: 'testAlert', outcome: 'REFUSED', code: 'FORBIDDEN' },
      ]);
      expect(receiver.received.filter(({ event }) => event.type === 'test')).toEqual([]);
    });
  });
});

describe('two gateways on one store', () => {
  const [, mongo] = storeKinds;

  it.skipIf(mongo?.skipped !== false)(
    'tell of a message once (MongoDB: set MONGODB_TEST_URI)',
    async () => {
      const store = await mongo?.make();
      if (store === undefined) throw new Error('a store is needed');
      const receiver = await startAlertReceiver();
      const source = staticSource('down', {});
      source.says = new SourceFailure('UNREACHABLE', 'ECONNREFUSED', 'nobody listens there');
      const overrides = { modules: [...sourceModules, source.module] };
      const alerts = { ...noAlerts, channels: [channelTo(receiver.url)] };
      const both = await Promise.all([1, 2].map(() => startGateway([source.source], { store, alerts, overrides })));
      await Promise.all(both.map((gateway) => gateway.refresh()));
      await receiver.count(1);
      // Whoever does not hold the lease has looked as well by the time it is told to stop.
      await Promise.all(both.map((gateway) => gateway.close()));
      expect(receiver.received).toHaveLength(1);
      await receiver.close();
      await store.remove();
    },
    60_000,
  );
});
