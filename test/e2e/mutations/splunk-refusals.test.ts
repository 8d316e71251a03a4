/** What Splunk refuses, and what is no longer there, or is there by now, when it comes to be changed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LicenseFields, standInLicense } from '../../../src/emulators/splunk/index.js';
import { base64, type Desk, expectRefused, GIB, LICENSE, literal, NOW, openDesk, STACK } from './splunk-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

type State = Desk['state'];
const poolOf = (state: State, name: string) => state.pools.find((pool) => pool.name === name);
const remove = <T>(list: T[], is: (each: T) => boolean) => {
  const at = list.findIndex(is);
  if (at < 0) throw new Error('the demo has changed');
  list.splice(at, 1);
};
const hashOf = (label: string) => desk.state.licenses.find((license) => license.label === label)?.hash ?? '';
const file = (fields: Partial<LicenseFields>) => standInLicense({ quota: GIB, ...fields });
const upload = (content: string) => `sourceId: "Source:splunk", content: ${literal(base64(content))}`;
const seconds = NOW.getTime() / 1000;

describe('Splunk refuses', () => {
  const old = file({ absoluteExpirationTime: seconds - 60, label: 'Old' });

  it.each([
    ['uploadLicense', 'a license that has expired', upload(old), 'LICENSE_EXPIRED', 'content', 'it has expired'],
    [
      'uploadLicense',
      'one that was changed',
      upload(LICENSE.replace('Peak', 'Hill')),
      'INVALID_LICENSE_FILE',
      'content',
      'signature does not match',
    ],
    [
      'uploadLicense',
      'one without a payload',
      upload('<license/>'),
      'INVALID_LICENSE_FILE',
      'content',
      'not a license',
    ],
    [
      'uploadLicense',
      'one of an unknown group',
      upload(file({ groupId: 'Nobody', type: 'odd' })),
      'INVALID_LICENSE_FILE',
      'content',
      'unknown group_id=Nobody',
    ],
    [
      'createPool',
      'a second MAX pool',
      `stackId: "${STACK}", name: "b", quota: "MAX"`,
      'MAX_POOL_EXISTS',
      'quota',
      'You can only have one pool with MAX size in a stack',
    ],
    [
      'updatePool',
      'to make a second MAX pool',
      'poolId: "Pool:splunk:web", quota: "MAX"',
      'MAX_POOL_EXISTS',
      'quota',
      'You can only have one pool with MAX size in a stack',
    ],
  ] as const)('%s: %s', async (name, _what, input, code, field, says) => {
    Object.assign(poolOf(desk.state, 'archive') ?? {}, { quota: 'MAX' });
    await desk.refresh();
    const world = await desk.world();
    await expectRefused(desk, name, input, { code, path: [field], says, writes: 1 });
    expect(await desk.world()).toEqual(world);
  });

  it('createPool: a MAX pool where nothing is left', async () => {
    Object.assign(poolOf(desk.state, 'web') ?? {}, { quota: 900n * GIB });
    await desk.refresh();
    const input = `stackId: "${STACK}", name: "b", quota: "MAX"`;
    await expectRefused(desk, 'createPool', input, {
      code: 'UPSTREAM_REJECTED',
      path: null,
      says: 'is full',
      writes: 1,
    });
  });

  it('deleteLicense: the last one of the active group', async () => {
    for (const label of ['Splunk Enterprise, peak season', 'Splunk Enterprise, last year']) {
      remove(desk.state.licenses, (license) => license.label === label);
    }
    await desk.refresh();
    const says = 'You cannot delete the last license out of an active group';
    const refusal = { code: 'LAST_LICENSE_IN_ACTIVE_GROUP', path: ['licenseId'], says, writes: 1 } as const;
    await expectRefused(desk, 'deleteLicense', `licenseId: "License:splunk:${hashOf('Splunk Enterprise')}"`, refusal);
  });
});

describe('what is gone since the last sync, or came', () => {
  it.each([
    ['updatePool', 'poolId: "Pool:splunk:web", quota: "1GB"', 'POOL_NOT_FOUND', 'poolId'],
    ['deletePool', 'poolId: "Pool:splunk:web"', 'POOL_NOT_FOUND', 'poolId'],
    ['createPool', `stackId: "${STACK}", name: "sudden", quota: "1GB"`, 'POOL_EXISTS', 'name'],
    ['createPool', 'stackId: "Stack:splunk:extra", name: "b", quota: "1GB"', 'STACK_NOT_FOUND', 'stackId'],
    ['activateGroup', 'groupId: "Group:splunk:Trial"', 'GROUP_NOT_FOUND', 'groupId'],
  ])('%s (%s) is told so, and nothing is sent', async (name, input, code, field) => {
    const [first] = desk.state.stacks.filter((stack) => stack.name === 'enterprise');
    if (first === undefined) throw new Error('the demo has changed');
    desk.state.stacks.push({ ...first, name: 'extra' });
    await desk.refresh();
    remove(desk.state.stacks, (stack) => stack.name === 'extra');
    remove(desk.state.groups, (group) => group.name === 'Trial');
    const web = poolOf(desk.state, 'web');
    Object.assign(web ?? {}, { name: 'sudden' });
    await expectRefused(desk, name, input, { code, path: [field] });
  });

  it('deleteLicense is told so, and nothing is sent', async () => {
    const hash = hashOf('Splunk Enterprise, peak season');
    remove(desk.state.licenses, (license) => license.hash === hash);
    await expectRefused(desk, 'deleteLicense', `licenseId: "License:splunk:${hash}"`, {
      code: 'LICENSE_NOT_FOUND',
      path: ['licenseId'],
    });
  });
});
