/** The feeds a request is answered with: a page, one entity, its ACL, the form of a new one, nothing, the server itself. */
import { serverInfoContent } from './contents.js';
import type { Attributes, Endpoint, Row } from './endpoints.js';
import {
  type Content,
  type Entry,
  type Feed,
  type Link,
  type Paging,
  type Reply,
  refusal,
  serverTime,
} from './feed.js';
import { listingRules, listRows, selectFields } from './listing.js';
import type { SplunkRequest } from './request.js';
import type { SplunkState } from './state.js';

/** A request with its path taken apart and the moment it is answered at. */
export interface Call {
  readonly request: SplunkRequest;
  readonly state: SplunkState;
  readonly now: Date;
  /** `/services` or `/servicesNS/{user}/{app}`, still encoded; collections answer under the one that was asked. */
  readonly prefix: string;
  readonly segments: readonly string[];
}

const ONE_ENTRY: Paging = { total: 1, perPage: 30, offset: 0 };
const NO_ENTRY: Paging = { total: 0, perPage: 30, offset: 0 };

export function listReply(call: Call, endpoint: Endpoint, all: readonly Row[]): Reply {
  return pageReply(call, endpoint, all, (row) => selectFields(row.content(), call.request.query.getAll('f')));
}

/** The page of a list with nothing in its entries but their ACL. */
export function listAclReply(call: Call, endpoint: Endpoint, all: readonly Row[]): Reply {
  return pageReply(call, endpoint, all, () => ({}));
}

/** One entity; `eai:attributes` says what a POST to it would take, and is shown nowhere else. */
export function singleReply(call: Call, endpoint: Endpoint, row: Row): Reply {
  const fields = selectFields(row.content(), call.request.query.getAll('f'));
  return entityReply(call, endpoint, row.name, { ...fields, 'eai:attributes': attributesOf(endpoint.edit) });
}

export function aclReply(call: Call, endpoint: Endpoint, row: Row): Reply {
  return entityReply(call, endpoint, row.name, { 'eai:attributes': attributesOf(endpoint.edit) });
}

/** The form of what could be created: no fields, only which ones a POST needs and takes. */
export function templateReply(call: Call, endpoint: Endpoint): Reply {
  return entityReply(call, endpoint, '_new', { 'eai:attributes': attributesOf(endpoint.create ?? endpoint.edit) });
}

/** A feed without entries: what a reload answers, and by the documentation every create and delete. */
export function emptyReply(call: Call, endpoint: Endpoint): Reply {
  return feedReply(call, endpoint, [], NO_ENTRY);
}

/** One entity as a list shows it: what a license that was added is answered with. */
export function addedReply(call: Call, endpoint: Endpoint, row: Row): Reply {
  return entityReply(call, endpoint, row.name, row.content());
}

export function serverInfoReply(call: Call): Reply {
  const path = '/services/server/info/server-info';
  const entry: Entry = {
    name: 'server-info',
    path,
    author: 'system',
    links: [
      ['alternate', path],
      ['list', path],
    ],
    acl: {
      app: '',
      can_write: true,
      modifiable: false,
      owner: 'system',
      perms: { read: ['*'], write: [] },
      sharing: 'system',
    },
    content: selectFields(serverInfoContent(call.state, call.now), call.request.query.getAll('f')),
  };
  const feed = feedOf(call, {
    title: 'server-info',
    path: `${call.prefix}/server/info`,
    links: [],
    entries: [entry],
    paging: ONE_ENTRY,
  });
  return { status: 200, body: { kind: 'feed', feed } };
}

function pageReply(call: Call, endpoint: Endpoint, all: readonly Row[], contentOf: (row: Row) => Content): Reply {
  const rules = listingRules(call.request.query);
  if (typeof rules === 'string') return refusal(400, rules);
  const { rows, paging } = listRows(all, rules);
  const entries = rows.map((row) => entryOf(endpoint, row.name, contentOf(row)));
  return feedReply(call, endpoint, entries, paging);
}

function entityReply(call: Call, endpoint: Endpoint, name: string, content: Content): Reply {
  return feedReply(call, endpoint, [entryOf(endpoint, name, content)], ONE_ENTRY);
}

function feedReply(call: Call, endpoint: Endpoint, entries: readonly Entry[], paging: Paging): Reply {
  const path = `${call.prefix}/licenser/${endpoint.name}`;
  const links = endpoint.links.map((rel): Link => [rel, `${path}/${rel === 'create' ? '_new' : rel}`]);
  return {
    status: 200,
    body: { kind: 'feed', feed: feedOf(call, { title: endpoint.title, path, links, entries, paging }) },
  };
}

function feedOf(call: Call, parts: Pick<Feed, 'title' | 'path' | 'links' | 'entries' | 'paging'>): Feed {
  const { generator, utcOffsetMinutes } = call.state.server;
  return { ...parts, origin: call.request.origin, updated: serverTime(call.now, utcOffsetMinutes), generator };
}

function entryOf(endpoint: Endpoint, name: string, content: Content): Entry {
  const path = `${endpoint.home}/licenser/${endpoint.name}/${encodeURIComponent(name)}`;
  const links = endpoint.entryLinks.map((rel): Link => [rel, rel === '_reload' ? `${path}/_reload` : path]);
  return { name, path, author: endpoint.author, links, acl: endpoint.acl, content };
}

function attributesOf(attributes: Attributes): Content {
  return { optionalFields: attributes.optionalFields, requiredFields: attributes.requiredFields, wildcardFields: [] };
}
