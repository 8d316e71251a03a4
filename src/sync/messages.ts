/** The life of a message: raised once, kept while it holds, cleared when it no longer does, forgotten after a month. Pure. */
import type { Finding, Message, MessageRefs, VendorMessage } from '../domain/entities.js';
import type { Notice } from '../domain/evaluated.js';
import type { SourceFailure } from '../domain/failure.js';
import { globalId, sourceId } from '../domain/ids.js';
import { quotaId } from '../quota/quota.js';

/** How long a message that no longer holds is kept. */
const KEPT_CLEARED_MS = 30 * 86_400_000;

export function findingNotice(finding: Finding): Notice {
  const dimension = finding.dimension === undefined ? '' : `.${finding.dimension}`;
  const name = `${finding.category}.${finding.concept}.${finding.vendorId}${dimension}`;
  return {
    name,
    key: finding.stage === undefined ? name : `${name}@${finding.stage}`,
    category: finding.category,
    severity: finding.severity,
    description: finding.description,
    about: { ...finding.about, quotaId: finding.about.quotaId ?? quotaOf(finding) },
  };
}

/** The quota of the thing and dimension that a finding names. */
function quotaOf({ about, dimension }: Finding): string | null {
  return dimension === undefined || about.subjectId == null ? null : quotaId(about.subjectId, dimension);
}

/** `lastSyncedAt`: when the source was last read completely; null when it never was. */
export function failureNotice(source: string, failure: SourceFailure, lastSyncedAt: Date | null): Notice {
  const shown =
    lastSyncedAt === null
      ? 'Nothing of it was read yet.'
      : `What is shown of it was read at ${lastSyncedAt.toISOString()}.`;
  const name = `SOURCE_FAILING.Source.${source}`;
  return {
    name,
    key: name,
    category: 'SOURCE_FAILING',
    severity: 'ERROR',
    description: `${source} could not be read (${failure.status}): ${failure.message}. ${shown}`,
    about: {},
  };
}

export interface CurrentMessages {
  /** Null: the vendor could not be asked; its messages stay as they were. */
  readonly vendor: readonly VendorMessage[] | null;
  /** Which messages of the gateway this decides: those are cleared unless they are among `notices`, others stay as they were. */
  readonly decides: (message: Message) => boolean;
  readonly notices: readonly Notice[];
}

/** The messages of a source after `current` became known. `previous` are all that are kept of it so far. */
export function nextMessages(
  source: string,
  previous: readonly Message[],
  current: CurrentMessages,
  now: Date,
): Message[] {
  const next = new Map<string, Message>();
  const notices = new Map(current.notices.map((notice) => [notice.key, notice]));
  const vendor = current.vendor === null ? null : new Map(current.vendor.map((message) => [message.id, message]));
  for (const message of previous) {
    const kept =
      message.origin === 'VENDOR' ? keepVendor(message, vendor, now) : keepOwn(message, current.decides, notices, now);
    const forgotten = kept.clearedAt !== null && now.getTime() - kept.clearedAt.getTime() > KEPT_CLEARED_MS;
    if (!forgotten) next.set(kept.id, kept);
  }
  for (const message of current.vendor ?? [])
    if (!next.has(message.id)) next.set(message.id, vendorMessage(message, null, now));
  for (const notice of notices.values()) {
    const message = ownMessage(source, notice, now);
    next.set(message.id, message);
  }
  return [...next.values()];
}

function keepVendor(message: Message, current: ReadonlyMap<string, VendorMessage> | null, now: Date): Message {
  if (current === null) return message;
  const sent = current.get(message.id);
  if (sent !== undefined) return vendorMessage(sent, message, now);
  return message.active ? { ...message, active: false, clearedAt: now } : message;
}

/** Keeps or clears; a notice that is still standing is taken out of `notices`, so that the rest are the new ones. */
function keepOwn(
  message: Message,
  decides: CurrentMessages['decides'],
  notices: Map<string, Notice>,
  now: Date,
): Message {
  if (!message.active || !decides(message)) return message;
  const notice = notices.get(message.key ?? '');
  if (notice === undefined) return { ...message, active: false, clearedAt: now };
  notices.delete(notice.key);
  return {
    ...message,
    severity: notice.severity,
    description: notice.description,
    ...refs(message.source, notice.about),
  };
}

function vendorMessage(sent: VendorMessage, before: Message | null, now: Date): Message {
  const { about, createdAt, ...entity } = sent;
  return {
    ...entity,
    ...refs(sent.source, about),
    origin: 'VENDOR',
    createdAt: createdAt ?? before?.createdAt ?? now,
    active: true,
    clearedAt: null,
    acknowledgedAt: before?.acknowledgedAt ?? null,
    acknowledgedBy: before?.acknowledgedBy ?? null,
    key: null,
  };
}

function ownMessage(source: string, notice: Notice, now: Date): Message {
  return {
    id: globalId('Message', source, `gateway.${notice.name}.${now.getTime()}`),
    source,
    vendorId: null,
    typeName: 'Message',
    displayName: notice.category,
    vendorFields: {},
    origin: 'GATEWAY',
    category: notice.category,
    severity: notice.severity,
    description: notice.description,
    createdAt: now,
    active: true,
    clearedAt: null,
    ...refs(source, notice.about),
    acknowledgedAt: null,
    acknowledgedBy: null,
    key: notice.key,
  };
}

function refs(source: string, about: MessageRefs): Required<MessageRefs> {
  const chief = about.targetId ?? about.peerId ?? about.poolId ?? about.stackId ?? about.licenseId ?? about.quotaId;
  return {
    subjectId: about.subjectId ?? chief ?? sourceId(source),
    quotaId: about.quotaId ?? null,
    licenseId: about.licenseId ?? null,
    poolId: about.poolId ?? null,
    stackId: about.stackId ?? null,
    peerId: about.peerId ?? null,
    targetId: about.targetId ?? null,
  };
}
