/** One good use of every mutation that Splunk has, and what is to be seen of it when it is done. */
import type { SplunkState } from '../../../src/emulators/splunk/index.js';
import { A, B, base64, LICENSE, literal, type ShownPool, STACK, type World } from './splunk-desk.js';

export interface Action {
  readonly input: string;
  readonly fields: string;
  /** What is answered besides the errors when it is done. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** Of the audit entry, when it is done. */
  readonly subjectId: string;
  /** What a 404 of the write stands for. */
  readonly notFound: { readonly code: string; readonly path: readonly string[] | null };
  /** At the vendor. */
  isDone(state: SplunkState): boolean;
  /** In the graph. */
  isShown(world: World): boolean;
}

const HASH = /<payload>.*<\/payload>/s;
const uploaded = await hashOf(LICENSE);
const NEW = 'new/pool 50%';
const POOL_FIELDS = 'pool { id description isMax limit peerVendorIds }';
const MADE = {
  id: `Pool:splunk:${encodeURIComponent(NEW)}`,
  description: 'a+b & c',
  isMax: false,
  limit: '52428800',
  peerVendorIds: [A, B],
};
const EDITED = {
  id: 'Pool:splunk:web',
  description: 'other words',
  isMax: false,
  limit: '52428800',
  peerVendorIds: [B],
};

/** One good use of every mutation on the demo's license manager. */
export function actionsOn({ licenses }: SplunkState): Readonly<Record<string, Action>> {
  const ending = licenses.find(({ label }) => label === 'Splunk Enterprise, peak season')?.hash ?? '';
  const has = (nodes: readonly { readonly id: string }[], id: string) => nodes.some((node) => node.id === id);
  const holds = (world: World, pool: ShownPool) =>
    world.pools.nodes.some((each) => JSON.stringify(sorted(each)) === JSON.stringify(sorted(pool)));
  return {
    uploadLicense: {
      input: `sourceId: "Source:splunk", content: ${literal(base64(LICENSE))}`,
      fields: 'license { id displayName status }',
      answer: { license: { id: `License:splunk:${uploaded}`, displayName: 'Peak season', status: 'ACTIVE' } },
      subjectId: `License:splunk:${uploaded}`,
      notFound: { code: 'UPSTREAM_REJECTED', path: null },
      isDone: (state) => state.licenses.filter(({ label }) => label === 'Peak season').length === 1,
      isShown: ({ licenses: shown }) => has(shown.nodes, `License:splunk:${uploaded}`),
    },
    deleteLicense: {
      input: `licenseId: "License:splunk:${ending}"`,
      fields: 'deletedId',
      answer: { deletedId: `License:splunk:${ending}` },
      subjectId: `License:splunk:${ending}`,
      notFound: { code: 'LICENSE_NOT_FOUND', path: ['licenseId'] },
      isDone: (state) => !state.licenses.some(({ hash }) => hash === ending),
      isShown: ({ licenses: shown }) => !has(shown.nodes, `License:splunk:${ending}`),
    },
    activateGroup: {
      input: 'groupId: "Group:splunk:Free"',
      fields: 'group { id ... on SplunkGroup { isActive } }',
      answer: { group: { id: 'Group:splunk:Free', isActive: true } },
      subjectId: 'Group:splunk:Free',
      notFound: { code: 'GROUP_NOT_FOUND', path: ['groupId'] },
      isDone: (state) => state.groups.every(({ name, isActive }) => isActive === (name === 'Free')),
      isShown: ({ groups }) => groups.nodes.every(({ id, isActive }) => isActive === (id === 'Group:splunk:Free')),
    },
    createPool: {
      input: `stackId: "${STACK}", name: "${NEW}", quota: "50MB", description: "a+b & c", peers: ${literal([A, B])}`,
      fields: POOL_FIELDS,
      answer: { pool: MADE },
      subjectId: MADE.id,
      notFound: { code: 'STACK_NOT_FOUND', path: ['stackId'] },
      isDone: (state) => {
        const pool = state.pools.find(({ name }) => name === NEW);
        return pool?.quota === 52_428_800n && pool.description === 'a+b & c' && pool.peers.join() === `${A},${B}`;
      },
      isShown: (world) => holds(world, MADE),
    },
    updatePool: {
      input: `poolId: "Pool:splunk:web", quota: "50MB", description: "other words", peers: ["${B}"]`,
      fields: POOL_FIELDS,
      answer: { pool: EDITED },
      subjectId: EDITED.id,
      notFound: { code: 'POOL_NOT_FOUND', path: ['poolId'] },
      isDone: (state) => {
        const pool = state.pools.find(({ name }) => name === 'web');
        return pool?.quota === 52_428_800n && pool.description === 'other words' && pool.peers.join() === B;
      },
      isShown: (world) => holds(world, EDITED),
    },
    deletePool: {
      input: 'poolId: "Pool:splunk:archive"',
      fields: 'deletedId',
      answer: { deletedId: 'Pool:splunk:archive' },
      subjectId: 'Pool:splunk:archive',
      notFound: { code: 'POOL_NOT_FOUND', path: ['poolId'] },
      isDone: (state) => !state.pools.some(({ name }) => name === 'archive'),
      isShown: ({ pools }) => !has(pools.nodes, 'Pool:splunk:archive'),
    },
  };
}

/** As the manager names a license: by the hash of its payload. */
async function hashOf(license: string): Promise<string> {
  const payload = new TextEncoder().encode(HASH.exec(license)?.[0] ?? '');
  return Buffer.from(await crypto.subtle.digest('SHA-256', payload))
    .toString('hex')
    .toUpperCase();
}

function sorted(pool: ShownPool): readonly unknown[] {
  return [pool.id, pool.description, pool.isMax, pool.limit, [...pool.peerVendorIds].sort()];
}
