/** Turns one request into one reply: which endpoint a path names, who may have it, and what it answers. */
import type { Clock } from '../../domain/ports.js';
import type { SplunkAuth } from './auth.js';
import { type Endpoint, endpointAt, type Row } from './endpoints.js';
import { notAllowed, type Reply, refusal } from './feed.js';
import {
  aclReply,
  type Call,
  emptyReply,
  listAclReply,
  listReply,
  serverInfoReply,
  singleReply,
  templateReply,
} from './replies.js';
import type { SplunkRequest } from './request.js';
import type { SplunkState } from './state.js';
import { isWritable, writeReply } from './writes/index.js';

export interface RouterDeps {
  readonly state: SplunkState;
  readonly clock: Clock;
  readonly auth: SplunkAuth;
}

const ACL_SUFFIXES = new Set(['acl', '_acl']);

export function answer(deps: RouterDeps, request: SplunkRequest): Reply {
  const path = servicePath(request.path);
  const now = deps.clock.now();
  if (path?.segments.join('/') === 'auth/login') return login(deps, request);
  const caller = deps.auth.identify(request);
  if ('refused' in caller) return caller.refused;
  if (path === null) return refusal(404, 'Not Found');
  const call: Call = { request, state: deps.state, now, ...path };
  const [area, name] = path.segments;
  if (area === 'server' && name === 'info') return readable(call) ?? serverInfo(call, path.segments.slice(2));
  const endpoint = area === 'licenser' && name !== undefined ? endpointAt(deps.state, name, now) : null;
  if (endpoint === null) return refusal(404, 'Not Found');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const needed = reads || !isWritable(endpoint) ? 'read' : 'write';
  if (!hasRole(endpoint, needed, caller.user.roles)) {
    return refusal(403, `You (user=${caller.user.name}) do not have permission to perform this operation`);
  }
  const rest = path.segments.slice(2);
  return reads ? licenser(call, endpoint, rest) : writeReply(call, endpoint, rest);
}

/** Prefix and decoded segments below it, slashes at the end ignored; null when it is no service path. */
function servicePath(path: string): Pick<Call, 'prefix' | 'segments'> | null {
  const parts = path.split('/').filter((part) => part !== '');
  const depth = parts[0] === 'services' ? 1 : parts[0] === 'servicesNS' && parts.length > 3 ? 3 : 0;
  if (depth === 0) return null;
  // The HTTP framework has already refused what cannot be decoded. The vendor's Python client writes a space as `+`.
  const segments = parts.slice(depth).map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
  return { prefix: `/${parts.slice(0, depth).join('/')}`, segments };
}

function login(deps: RouterDeps, request: SplunkRequest): Reply {
  if (request.method !== 'POST') return notAllowed('POST');
  const field = (name: string) => request.form.get(name) ?? request.query.get(name) ?? '';
  const opened = deps.auth.login(field('username'), field('password'));
  if ('refused' in opened) return opened.refused;
  const cookie = `splunkd_${request.port}=${opened.key}; Path=/; HttpOnly; Max-Age=3600`;
  return {
    status: 200,
    ...(field('cookie') === '1' ? { headers: { 'Set-Cookie': cookie } } : {}),
    body: { kind: 'session', sessionKey: opened.key },
  };
}

/** The refusal of a method other than reading, or null. */
function readable(call: Call): Reply | null {
  return call.request.method === 'GET' || call.request.method === 'HEAD' ? null : notAllowed('GET');
}

function hasRole(endpoint: Endpoint, permission: 'read' | 'write', roles: readonly string[]): boolean {
  const { perms } = endpoint.acl;
  const allowed =
    typeof perms === 'object' && perms !== null && permission in perms ? Reflect.get(perms, permission) : [];
  return Array.isArray(allowed) && allowed.some((role) => role === '*' || roles.includes(String(role)));
}

function serverInfo(call: Call, rest: readonly string[]): Reply {
  if (rest.length === 0 || rest.join('/') === 'server-info') return serverInfoReply(call);
  return refusal(404, `Could not find object id=${rest.join('/')}`);
}

function licenser(call: Call, endpoint: Endpoint, rest: readonly string[]): Reply {
  const rows = endpoint.rows();
  const [name, suffix, ...beyond] = rest;
  if (name === undefined) return listReply(call, endpoint, rows);
  if (beyond.length > 0) return refusal(404, 'Not Found');
  // An entity comes first: one that is really named `acl` stays reachable.
  const row = rows.find((candidate) => candidate.name === name);
  if (row !== undefined) return entity(call, endpoint, row, suffix);
  if (suffix === undefined && ACL_SUFFIXES.has(name)) return listAclReply(call, endpoint, rows);
  if (suffix === undefined && name === '_new' && endpoint.create !== null) return templateReply(call, endpoint);
  if (suffix === undefined && name === '_reload' && endpoint.links.includes('_reload'))
    return emptyReply(call, endpoint);
  return refusal(404, `Could not find object id=${name}`);
}

function entity(call: Call, endpoint: Endpoint, row: Row, suffix: string | undefined): Reply {
  if (suffix === undefined) return singleReply(call, endpoint, row);
  if (ACL_SUFFIXES.has(suffix)) return aclReply(call, endpoint, row);
  if (suffix === '_reload' && endpoint.entryLinks.includes('_reload')) return emptyReply(call, endpoint);
  return refusal(404, 'Not Found');
}
