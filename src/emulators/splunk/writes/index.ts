/** Which writes each endpoint takes, and how a request becomes one: method, arguments, rule, answer. */
import { type Endpoint, endpointAt } from '../endpoints.js';
import { notAllowed, type Reply, refusal } from '../feed.js';
import { addedReply, type Call, emptyReply, singleReply } from '../replies.js';
import type { SplunkState } from '../state.js';
import { type Arguments, readArguments } from './arguments.js';
import { switchGroup } from './groups.js';
import { addLicense, deleteLicense } from './licenses.js';
import type { Outcome } from './outcome.js';
import { createPool, deletePool, editPool } from './pools.js';

/** Each rule changes the state, or refuses and leaves it alone. */
interface Writes {
  readonly create?: (state: SplunkState, given: Arguments, now: Date) => Outcome;
  readonly edit?: (state: SplunkState, name: string, given: Arguments, now: Date) => Outcome;
  readonly remove?: (state: SplunkState, name: string, now: Date) => Outcome;
}

/** The local peer can be pointed at another manager on a real server; that is not emulated. */
const WRITES: ReadonlyMap<string, Writes> = new Map<string, Writes>([
  ['groups', { edit: switchGroup }],
  ['licenses', { create: addLicense, remove: deleteLicense }],
  ['pools', { create: createPool, edit: editPool, remove: deletePool }],
]);

export function isWritable(endpoint: Endpoint): boolean {
  return WRITES.has(endpoint.name);
}

/** The answer to any method but reading. `rest` are the decoded path segments below the endpoint. */
export function writeReply(call: Call, endpoint: Endpoint, rest: readonly string[]): Reply {
  const writes = WRITES.get(endpoint.name) ?? {};
  const [name, suffix, ...beyond] = rest;
  if (beyond.length > 0) return refusal(404, 'Not Found');
  if (suffix !== undefined) return notAllowed('GET');
  const { method } = call.request;
  if (name === undefined) {
    if (method !== 'POST' || writes.create === undefined) return refusedMethod([writes.create && 'POST']);
    return createReply(call, endpoint, writes.create);
  }
  if (method === 'POST' && writes.edit !== undefined) return editReply(call, endpoint, name, writes.edit);
  if (method === 'DELETE' && writes.remove !== undefined) {
    return outcomeReply(call, endpoint, writes.remove(call.state, name, call.now), 200);
  }
  return refusedMethod([writes.edit && 'POST', writes.remove && 'DELETE']);
}

function createReply(call: Call, endpoint: Endpoint, create: NonNullable<Writes['create']>): Reply {
  const read = readArguments(call.request, endpoint.create ?? endpoint.edit, call.state.server.generation);
  return outcomeReply(call, endpoint, 'refused' in read ? read : create(call.state, read.given, call.now), 201);
}

function editReply(call: Call, endpoint: Endpoint, name: string, edit: NonNullable<Writes['edit']>): Reply {
  const read = readArguments(call.request, endpoint.edit, call.state.server.generation);
  return outcomeReply(call, endpoint, 'refused' in read ? read : edit(call.state, name, read.given, call.now), 200);
}

/** A license that was added is shown as a list shows it, a pool that was edited with its attributes: so the samples. */
function outcomeReply(call: Call, endpoint: Endpoint, outcome: Outcome, status: number): Reply {
  if ('refused' in outcome) return refusal(outcome.refused.status, outcome.refused.text);
  const { shown } = outcome;
  const rows = shown === null ? [] : (endpointAt(call.state, endpoint.name, call.now)?.rows() ?? []);
  const row = rows.find((candidate) => candidate.name === shown);
  if (row === undefined) return { ...emptyReply(call, endpoint), status };
  return { ...(status === 201 ? addedReply : singleReply)(call, endpoint, row), status };
}

function refusedMethod(others: readonly (string | undefined)[]): Reply {
  return notAllowed(['GET', ...others].filter((method) => method !== undefined).join(', '));
}
