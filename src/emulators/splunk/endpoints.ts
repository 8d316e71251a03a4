/** The eight licenser endpoints: what each lists, who may read it, and the links and attributes around it. */
import {
  groupContent,
  licenseContent,
  localPeerContent,
  messageContent,
  peerContent,
  poolContent,
  stackContent,
  usageContent,
} from './contents.js';
import type { Acl, Content } from './feed.js';
import { endpointName, fieldName, fieldNames } from './naming.js';
import { membershipOf } from './rules.js';
import type { Generation, SplunkState } from './state.js';

/** An entity before it is written; its content is made only when asked for, since a page shows few of many. */
export interface Row {
  readonly name: string;
  readonly content: () => Content;
}

export interface Attributes {
  readonly requiredFields: readonly string[];
  readonly optionalFields: readonly string[];
}

export interface Endpoint {
  /** Its path segment on this server. */
  readonly name: string;
  readonly title: string;
  /** Where an entity lives; pools and peers are objects of the system app, the rest are the server's own. */
  readonly home: '/services' | '/servicesNS/nobody/system';
  readonly author: 'system' | 'nobody';
  /** Relations of the collection beside itself. */
  readonly links: readonly string[];
  /** Relations of an entity; `list` too points at the entity itself, as the documentation shows. */
  readonly entryLinks: readonly string[];
  readonly acl: Acl;
  /** What a POST to an entity takes; shown on its single GET only. */
  readonly edit: Attributes;
  /** What a POST to the collection takes; null where nothing can be created. */
  readonly create: Attributes | null;
  rows(): readonly Row[];
}

const NOTHING: Attributes = { requiredFields: [], optionalFields: [] };

/** The endpoint a path segment names on this server, or null: an old server knows only old names, a new one only new. */
export function endpointAt(state: SplunkState, segment: string, now: Date): Endpoint | null {
  const endpoint = licenserEndpoints(state, now).find((candidate) => candidate.name === segment);
  if (endpoint === undefined) return null;
  const named = (row: Row): Row => ({
    name: row.name,
    content: () => fieldNames(row.content(), state.server.generation),
  });
  return { ...endpoint, rows: () => endpoint.rows().map(named) };
}

function licenserEndpoints(state: SplunkState, now: Date): readonly Endpoint[] {
  const { generation } = state.server;
  const named = (name: string) => endpointName(name, generation);
  const system = {
    home: '/services',
    author: 'system',
    links: [],
    entryLinks: ['alternate', 'list'],
    acl: aclOf(generation, '', ['admin'], ['admin']),
    edit: NOTHING,
    create: null,
  } as const;
  const nobody = {
    ...system,
    home: '/servicesNS/nobody/system',
    author: 'nobody',
    acl: aclOf(generation, 'system', ['admin'], ['admin']),
  } as const;
  return [
    {
      ...system,
      name: 'groups',
      title: 'groups',
      entryLinks: ['alternate', 'list', 'edit'],
      edit: { requiredFields: ['is_active'], optionalFields: [] },
      rows: () => state.groups.map((group) => ({ name: group.name, content: () => groupContent(group) })),
    },
    {
      ...system,
      name: 'licenses',
      title: 'licenses',
      links: ['create'],
      entryLinks: ['alternate', 'list', 'remove'],
      create: { requiredFields: ['name'], optionalFields: ['payload'] },
      rows: () =>
        state.licenses.map((license) => ({
          name: license.hash,
          content: () => licenseContent(state, license, now),
        })),
    },
    {
      ...system,
      name: named('localpeer'),
      title: named('localpeer'),
      entryLinks: ['alternate', 'list', 'edit'],
      edit: { requiredFields: [], optionalFields: [fieldName('manager_uri', generation)] },
      rows: () => [{ name: 'license', content: () => localPeerContent(state, state.localPeer) }],
    },
    {
      ...system,
      name: 'messages',
      title: 'licensermessages',
      rows: () =>
        state.messages.map((message) => ({ name: message.id, content: () => messageContent(state, message) })),
    },
    {
      ...nobody,
      name: 'pools',
      title: 'pools',
      links: ['create', '_reload'],
      entryLinks: ['alternate', 'list', '_reload', 'edit', 'remove'],
      edit: {
        requiredFields: [],
        optionalFields: ['append_peers', 'description', 'quota', 'peers'].map((name) => fieldName(name, generation)),
      },
      create: {
        requiredFields: ['name', 'quota', 'stack_id'],
        optionalFields: ['description', fieldName('peers', generation)],
      },
      rows: () => state.pools.map((pool) => ({ name: pool.name, content: () => poolContent(state, pool, now) })),
    },
    {
      ...nobody,
      name: named('peers'),
      title: named('peers'),
      rows: () => {
        const membership = membershipOf(state);
        return state.peers.map((peer) => ({
          name: peer.guid,
          content: () => peerContent(state, peer, membership(peer)),
        }));
      },
    },
    {
      ...system,
      name: 'stacks',
      title: 'stacks',
      rows: () => state.stacks.map((stack) => ({ name: stack.name, content: () => stackContent(state, stack, now) })),
    },
    {
      ...system,
      name: 'usage',
      title: 'licenseusage',
      links: ['_acl'],
      acl: aclOf('live', '', ['*'], []),
      rows: () => [{ name: 'license_usage', content: () => usageContent(state, now) }],
    },
  ];
}

/** `can_list` and `removable` came with 6.3: the documentation shows them on usage only. */
function aclOf(generation: Generation, app: string, read: readonly string[], write: readonly string[]): Acl {
  const newer = generation === 'live';
  return {
    app,
    ...(newer ? { can_list: true } : {}),
    can_write: true,
    modifiable: false,
    owner: app === '' ? 'system' : 'nobody',
    perms: { read, write },
    ...(newer ? { removable: false } : {}),
    sharing: 'system',
  };
}
