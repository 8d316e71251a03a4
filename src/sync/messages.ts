/**
 * The life of a message: raised once, kept while it holds, cleared when it no longer does, forgotten after a month. Of the
 * gateway's own messages of one name only the newest 5 cleared ones are kept, so that what comes and goes all day does not
 * pile up. Pure.
 */
import type { Finding, Message, MessageRefs, VendorMessage } from '../domain/entities.js';
import type { Notice } from '../domain/evaluated.js';
import type { SourceFailure } from '../domain/failure.js';
import { globalId, sourceId } from '../domain/ids.js';
import { messageSeverities } from '../domain/vocabulary.js';
import { quotaId } from '../quota/quota.js';

/** How long a message that no longer holds is kept. */
const KEPT_CLEARED_MS = 30 * 86_400_000;
/** How many that no longer hold are kept of the gateway's messages of one name. */
const KEPT_CLEARED = 5;

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
  /** Of two with one key the graver counts, then the first. */
  readonly notices: readonly Notice[];
}

/**
 * The messages of a source after `current` became known. `previous` are all that are kept of it so far; of the gateway's,
 * those that stay as they are come back as the same objects.
 */
export function nextMessages(
  source: string,
  previous: readonly Message[],
  current: CurrentMessages,
  now: Date,
): Message[] {
  const next = new Map<string, Message>();
  const notices = gravestByKey(current.notices);
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
  return withoutSurplus([...next.values()]);
}

/** The same message, acknowledged; the first acknowledgment stays. */
export function acknowledged(message: Message, by: string, now: Date): Message {
  return message.acknowledgedAt === null ? { ...message, acknowledgedAt: now, acknowledgedBy: by } : message;
}

function gravestByKey(notices: readonly Notice[]): Map<string, Notice> {
  const gravest = new Map<string, Notice>();
  for (const notice of notices) {
    const other = gravest.get(notice.key);
    if (other === undefined || graveness(notice) > graveness(other)) gravest.set(notice.key, notice);
  }
  return gravest;
}

function graveness({ severity }: Notice): number {
  return messageSeverities.indexOf(severity);
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
  const said = {
    severity: notice.severity,
    description: notice.description,
    ...refs(message.source, notice.about),
  };
  const isSame = (Object.keys(said) as (keyof typeof said)[]).every((field) => said[field] === message[field]);
  return isSame ? message : { ...message, ...said };
}

/** Without the cleared messages of the gateway that are not among the newest of their name. */
function withoutSurplus(messages: readonly Message[]): Message[] {
  const clearedAt = ({ clearedAt: at }: Message) => at?.getTime() ?? 0;
  const cleared = messages.filter((message) => message.origin === 'GATEWAY' && message.clearedAt !== null);
  cleared.sort((a, b) => clearedAt(b) - clearedAt(a) || b.createdAt.getTime() - a.createdAt.getTime());
  const kept = new Map<string, number>();
  const surplus = new Set<Message>();
  for (const message of cleared) {
    const name = nameIn(message);
    const count = kept.get(name) ?? 0;
    if (count === KEPT_CLEARED) surplus.add(message);
    else kept.set(name, count + 1);
  }
  return messages.filter((message) => !surplus.has(message));
}

/** The id without the instant at its end; the key where the id is too long to be spelled out. */
function nameIn({ id, createdAt, key }: Message): string {
  const instant = `.${createdAt.getTime()}`;
  return id.endsWith(instant) ? id.slice(0, -instant.length) : (key ?? id);
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
