import { afterEach, describe, expect, it } from 'vitest';
import type { Reply } from '../ask.js';
import {
  at,
  type Given,
  KEY,
  LICENSE_ID,
  NOW,
  POLICY_ID,
  refusal,
  startWorld,
  TWO_WEEKS_MS,
  type World,
} from '../world.js';

const MONTH_SECONDS = 2_629_746;

let world: World;
const start = async (given?: Given, now?: Date): Promise<void> => {
  world = await startWorld(given, now);
};
afterEach(() => world.close());

const act = (name: string, body?: unknown, authorization?: string): Promise<Reply> =>
  world.send('POST', `licenses/${LICENSE_ID}/actions/${name}`, body, authorization);
const attributes = (reply: Reply) => reply.body.data.attributes;

describe('suspending and reinstating', () => {
  it('goes to and fro, and each is refused without a code where it is so already (69)', async () => {
    await start();
    const expected = [422, null, '/data/attributes/suspended'];
    const inactive = await act('reinstate');
    expect(refusal(inactive)).toEqual(expected);
    expect(inactive.body.errors[0].title).toBe('Unprocessable entity');
    expect(attributes(await act('suspend'))).toMatchObject({
      suspended: true,
      status: 'SUSPENDED',
      updated: NOW.toISOString(),
    });
    expect(refusal(await act('suspend'))).toEqual(expected);
    expect(attributes(await act('reinstate'))).toMatchObject({ suspended: false, status: 'ACTIVE' });
  });

  it('takes the key for the id, and a body nobody asked for', async () => {
    await start();
    expect((await world.send('POST', `licenses/${KEY}/actions/suspend`, { any: 'thing' })).status).toBe(200);
    expect((await world.send('POST', `licenses/${KEY}/actions/reinstate`, '{')).status).toBe(400);
  });
});

describe('renewing', () => {
  const later = at(5 * 86_400_000);
  const earlier = at(-5 * 86_400_000);
  const plus = (moment: Date): string => new Date(moment.getTime() + TWO_WEEKS_MS).toISOString();

  it.each<[string, Date, string]>([
    ['FROM_EXPIRY', later, plus(later)],
    ['FROM_EXPIRY', earlier, plus(earlier)],
    ['FROM_NOW', later, plus(NOW)],
    ['FROM_NOW', earlier, plus(NOW)],
    ['FROM_NOW_IF_EXPIRED', later, plus(later)],
    ['FROM_NOW_IF_EXPIRED', earlier, plus(NOW)],
  ])('counts %s when the expiry is %s', async (renewalBasis, expiry, expected) => {
    await start({ policy: { renewalBasis }, license: { expiry } });
    expect(attributes(await act('renew'))).toMatchObject({ expiry: expected, updated: NOW.toISOString() });
    expect(world.license().expiry?.toISOString()).toBe(expected);
  });

  it('takes a month of seconds for a month of the calendar (71)', async () => {
    const policy = { duration: MONTH_SECONDS, renewalBasis: 'FROM_NOW' };
    await start({ policy }, new Date('2024-01-21T21:30:00.000Z'));
    expect(attributes(await act('renew')).expiry).toBe('2024-02-21T21:30:00.000Z');
  });

  it.each<[string, Given]>([
    ['no duration (73)', { policy: { duration: null } }],
    ['no expiry', { license: { expiry: null } }],
  ])('is refused with %s', async (_, given) => {
    await start(given);
    expect(refusal(await act('renew'))).toEqual([422, null, '/data/attributes/expiry']);
  });
});

describe('checking in', () => {
  it('stamps now where it is required, and is refused where not', async () => {
    await start({ license: { lastCheckIn: at(-1000) } });
    expect(refusal(await act('check-in')).slice(0, 2)).toEqual([422, null]);
    world.state.policies.update(POLICY_ID, { requireCheckIn: true, checkInInterval: 'week', checkInIntervalCount: 1 });
    expect(attributes(await act('check-in'))).toMatchObject({
      lastCheckIn: NOW.toISOString(),
      nextCheckIn: at(7 * 86_400_000).toISOString(),
    });
  });
});

describe('counting uses', () => {
  it('goes up by one, by as many as said, down again and back to nothing', async () => {
    await start({ license: { uses: null } });
    const uses = async (name: string, body?: unknown): Promise<number> => attributes(await act(name, body)).uses;
    expect(await uses('increment-usage')).toBe(1);
    expect(await uses('increment-usage', { meta: { increment: 5 } })).toBe(6);
    expect(await uses('increment-usage', {})).toBe(7);
    expect(await uses('decrement-usage')).toBe(6);
    expect(await uses('decrement-usage', { meta: { decrement: 2 } })).toBe(4);
    expect(await uses('reset-usage')).toBe(0);
    expect(world.license().updated).toEqual(NOW);
  });

  it('stops at the limit, whatever overage the policy allows (75)', async () => {
    await start({ policy: { maxUses: 5, overageStrategy: 'ALWAYS_ALLOW_OVERAGE' }, license: { uses: 4 } });
    const expected = [422, 'USES_LIMIT_EXCEEDED', '/data/attributes/uses'];
    expect(refusal(await act('increment-usage', { meta: { increment: 2 } }))).toEqual(expected);
    expect((await act('increment-usage')).status).toBe(200);
    expect(refusal(await act('increment-usage'))).toEqual(expected);
    expect(world.license().uses).toBe(5);
  });

  it("goes by the license's own limit (77)", async () => {
    await start({ policy: { maxUses: 5 }, license: { uses: 5, maxUses: 10 } });
    expect(attributes(await act('increment-usage')).uses).toBe(6);
  });

  it('does not go below nothing (79)', async () => {
    await start();
    expect(refusal(await act('decrement-usage'))).toEqual([422, 'USES_INVALID', '/data/attributes/uses']);
    expect(refusal(await act('increment-usage', { meta: { increment: -1 } }))).toEqual([
      422,
      'USES_INVALID',
      '/data/attributes/uses',
    ]);
  });

  it.each<[string, unknown, string]>([
    ['increment-usage', { meta: { increment: '1' } }, '/meta/increment'],
    ['increment-usage', { meta: { increment: 1.5 } }, '/meta/increment'],
    ['increment-usage', { meta: { increment: 2_147_483_648 } }, '/meta/increment'],
    ['increment-usage', { meta: { increment: 2_147_483_647 } }, '/meta/increment'],
    ['increment-usage', { meta: { decrement: 1 } }, '/meta/decrement'],
    ['increment-usage', { meta: 1 }, '/meta'],
    ['decrement-usage', { meta: { decrement: null } }, '/meta/decrement'],
    ['decrement-usage', { increment: 1 }, '/increment'],
  ])('%s refuses %j: 400', async (name, body, pointer) => {
    await start({ license: { uses: 1 } });
    expect(refusal(await act(name, body))).toEqual([400, null, pointer]);
    expect(world.license().uses).toBe(1);
  });

  it('starts the expiry of a license that goes by its first use, once', async () => {
    await start({ policy: { expirationBasis: 'FROM_FIRST_USE' }, license: { expiry: null } });
    expect(attributes(await act('increment-usage')).expiry).toBe(at(TWO_WEEKS_MS).toISOString());
    world.state.licenses.update(LICENSE_ID, { expiry: at(1) });
    expect(attributes(await act('increment-usage')).expiry).toBe(at(1).toISOString());
  });
});

describe('a license that acts by its own key', () => {
  const own = `License ${KEY}`;

  it('may check in and count its uses, unless it is protected', async () => {
    await start({ policy: { authenticationStrategy: 'LICENSE', requireCheckIn: true, checkInInterval: 'day' } });
    expect((await act('check-in', undefined, own)).status).toBe(200);
    expect((await act('increment-usage', undefined, own)).status).toBe(200);
    world.state.policies.update(POLICY_ID, { protected: true });
    expect((await act('check-in', undefined, own)).status).toBe(403);
    expect((await act('increment-usage', undefined, own)).status).toBe(403);
    world.state.licenses.update(LICENSE_ID, { protected: false });
    expect((await act('increment-usage', undefined, own)).status).toBe(200);
  });

  it('may do so to no other license', async () => {
    await start({ policy: { authenticationStrategy: 'LICENSE' } });
    world.state.licenses.insert({ ...world.license(), id: '00000000-0000-4000-8000-000000000002', key: 'OTHER-KEY' });
    const reply = await world.send('POST', 'licenses/OTHER-KEY/actions/increment-usage', undefined, own);
    expect(reply.status).toBe(404);
  });
});
