/** Messages as Splunk sends them, tied to the things they are about. */
import type { Finding, MessageRefs, VendorMessage } from '../../domain/entities.js';
import { globalId, sourceId } from '../../domain/ids.js';
import type { JsonObject } from '../../domain/json.js';
import type { MessageSeverity } from '../../domain/vocabulary.js';
import type { ServerState } from './client.js';
import type { Lookup } from './names.js';
import { type Row, readRows } from './rows.js';
import { messageSpec, type RowOf } from './wire.js';

type MessageRow = Row<RowOf<typeof messageSpec.required, typeof messageSpec.optional>>;
type Ids = Lookup<{ readonly name: string; readonly id: string }>;

export interface MessageContext {
  readonly source: string;
  readonly findPool: Ids;
  readonly findPeer: Ids;
  readonly findStack: Ids;
}

/** The categories that carry "slave" in their names on servers before 8.1. */
const RENAMED_CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['orphan_slave', 'orphan_peer'],
  ['pool_violated_slave_count', 'pool_violated_peer_count'],
]);

export function normalizeMessages(
  state: ServerState,
  context: MessageContext,
): { readonly messages: readonly VendorMessage[]; readonly findings: readonly Finding[] } {
  const { source } = context;
  const { rows, findings } = readRows(state.feeds.messages, messageSpec, {
    source,
    part: 'messages',
    concept: 'Message',
    about: () => ({ subjectId: sourceId(source) }),
  });
  const unknownPools = rows.filter(
    ({ values }) => state.feeds.pools !== null && values.pool_id !== null && context.findPool(values.pool_id) === null,
  );
  return {
    messages: rows.map((row) => messageOf(row, context)),
    findings: [
      ...findings,
      ...unknownPools.map(
        ({ name, values }): Finding => ({
          category: 'UNKNOWN_POOL',
          severity: 'WARN',
          concept: 'Message',
          vendorId: name,
          description: `messages: "${name}" is about the pool "${values.pool_id}", which the server does not list`,
          about: { subjectId: sourceId(source) },
        }),
      ),
    ],
  };
}

function messageOf(row: MessageRow, context: MessageContext): VendorMessage {
  const { values } = row;
  const severity = severityOf(values.severity);
  const poolId = context.findPool(values.pool_id)?.id ?? null;
  const peerId = context.findPeer(values.peer_id)?.id ?? null;
  const stackId = context.findStack(values.stack_id)?.id ?? null;
  const unshown: Record<string, string> = {};
  if (values.pool_id !== null && poolId === null) unshown.pool_id = values.pool_id;
  if (values.peer_id !== null && peerId === null) unshown.peer_id = values.peer_id;
  if (values.stack_id !== null && stackId === null) unshown.stack_id = values.stack_id;
  if (values.severity !== null && values.severity !== severity) unshown.severity = values.severity;
  const category = RENAMED_CATEGORIES.get(values.category) ?? values.category;
  const vendorFields: JsonObject = { ...row.rest, ...unshown };
  return {
    id: globalId('Message', context.source, row.name),
    source: context.source,
    vendorId: row.name,
    typeName: 'Message',
    displayName: row.name,
    vendorFields,
    category,
    severity,
    description: values.description,
    createdAt: values.create_time,
    about: refs(category, { poolId, peerId, stackId }, context.source),
  };
}

/** The chief subject is the narrowest thing named; a message that names none is about the server. */
function refs(
  category: string,
  ids: { readonly poolId: string | null; readonly peerId: string | null; readonly stackId: string | null },
  source: string,
): MessageRefs {
  const chief = category === 'orphan_peer' ? (ids.peerId ?? ids.poolId) : (ids.poolId ?? ids.peerId);
  return { subjectId: chief ?? ids.stackId ?? sourceId(source), ...ids };
}

/** A missing severity is ERROR (vendor's own model); so is a word that is none of ours, which stays in vendorFields. */
function severityOf(word: string | null): MessageSeverity {
  switch (word?.trim().toUpperCase()) {
    case 'INFO':
      return 'INFO';
    case 'WARN':
    case 'WARNING':
      return 'WARN';
    default:
      return 'ERROR';
  }
}
