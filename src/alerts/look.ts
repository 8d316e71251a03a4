/**
 * Looks at what became of a source's messages since it was last looked at, and puts into the outbox what is to be told of
 * it. All of it is told from the store, so that nothing is missed while no gateway runs; and the outbox is written first,
 * the marks then, the cursor last: cut short anywhere, the next look does the rest and makes no event twice.
 */
import type { Message } from '../domain/entities.js';
import type { Clock, Logger } from '../domain/ports.js';
import type { SourceState } from '../domain/source-state.js';
import type { Repo } from '../store/repo.js';
import { undraft } from '../sync/documents.js';
import { createAbout } from './about.js';
import { type About, type EventType, eventId, messageBody } from './event.js';
import { type Happened, whatHappened, whatStands } from './happened.js';
import type { Cursor, Mark, Marks } from './marks.js';
import type { AlertOptions } from './options.js';
import type { Outbox, OutboxEntry } from './outbox.js';
import { quietUntil } from './quiet.js';
import { interestedIn, type Judged } from './rules.js';

export interface LookDeps {
  readonly repo: Repo;
  readonly outbox: Outbox;
  readonly marks: Marks;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told how many events had to go, since too many waited. */
  readonly dropped: (channel: string, count: number) => void;
}

interface Change extends Happened {
  readonly message: Message;
  /** As it was looked at last. */
  readonly before: Mark | null;
  readonly about: About;
}

export async function lookAt(
  state: SourceState,
  cursor: Cursor | null,
  options: AlertOptions,
  deps: LookDeps,
): Promise<void> {
  const { outbox, marks, clock } = deps;
  const channels = options.channels.map(({ name }) => name);
  const isKnown = cursor !== null && cursor.kind === state.kind && cursor.revision <= state.revision;
  if (state.revision === 0 || (isKnown && cursor.revision === state.revision && isSame(cursor.channels, channels)))
    return;
  // What it was before, under the same name, has been forgotten by the store as well.
  if (cursor !== null && !isKnown) await marks.forgetSource(state._id);
  for (const gone of cursor?.channels.filter((name) => !channels.includes(name)) ?? []) await outbox.close(gone);
  const told = {
    ...options,
    channels: options.channels.filter(({ name }) => !isKnown || cursor.channels.includes(name)),
  };
  const changes = await changesSince(state, isKnown ? cursor.revision : null, deps);
  const now = clock.now();
  await tell(changes, told, now, deps);
  await marks.write(
    changes.map(({ mark, about }) => ({ ...mark, subjectName: about.subjectName })),
    now,
  );
  await marks.move({ source: state._id, kind: state.kind, revision: state.revision, channels });
}

/** `revision`: up to which it was looked at; null: never. */
async function changesSince(state: SourceState, revision: number | null, { repo, marks }: LookDeps): Promise<Change[]> {
  const { _id: source, revision: now } = state;
  const from = { lte: now, ...(revision === null ? {} : { gt: revision }) };
  const messages: Message[] = [];
  for await (const docs of repo.scan('messages', { source, from, until: { gt: now } })) {
    messages.push(...docs.map((doc) => undraft<Message>(doc)));
  }
  const before = await marks.of(messages.map(({ id }) => id));
  const all = messages.map((message, i) => {
    const mark = before[i] ?? null;
    return { message, before: mark, ...(revision === null ? whatStands(message) : whatHappened(message, mark)) };
  });
  const aboutOf = await createAbout(repo, state, messages);
  return all.map((each) => ({ ...each, about: aboutOf(each.message, each.before?.subjectName ?? null) }));
}

async function tell(
  changes: readonly Change[],
  options: AlertOptions,
  now: Date,
  { outbox, logger, dropped }: LookDeps,
) {
  const news = changes.filter(({ raised, worsened, cleared }) => raised || worsened || cleared);
  const heldIds = await outbox.held(
    news.flatMap((change) => options.channels.map(({ name }) => raisedId(name, change))),
    now,
  );
  const planned = news.map((change) => planOf(change, options, heldIds, now));
  await outbox.withdraw(
    planned.flatMap(({ withdrawn }) => withdrawn),
    now,
  );
  await outbox.replace(planned.flatMap(({ replaced }) => replaced));
  const lost = await outbox.add(planned.flatMap(({ entries }) => entries));
  for (const [channel, count] of lost) {
    logger.error({ channel, count }, 'too many alerts wait for a channel that takes none: the oldest were dropped');
    dropped(channel, count);
  }
}

interface Plan {
  readonly entries: readonly OutboxEntry[];
  /** In place of what is held back: it has become graver, and may have to be told at once. */
  readonly replaced: readonly OutboxEntry[];
  /** Ids of what is held back and need not be told any more. */
  readonly withdrawn: readonly string[];
}

function planOf(change: Change, options: AlertOptions, heldIds: ReadonlySet<string>, now: Date): Plan {
  const { message, before, about, raised, worsened, cleared, mark } = change;
  const judged: Judged = { ...message, label: about.subjectName };
  const wanting = new Map(interestedIn(judged, options).map((each) => [each.channel.name, each]));
  const toldThen = before?.severity == null ? [] : interestedIn({ ...judged, severity: before.severity }, options);
  const plan = { entries: [] as OutboxEntry[], replaced: [] as OutboxEntry[], withdrawn: [] as string[] };
  for (const { name: channel } of options.channels) {
    const until = quietUntil(now, channel, message.severity, options.quiet);
    const isHeld = heldIds.has(raisedId(channel, change));
    if (isHeld && cleared) plan.withdrawn.push(raisedId(channel, change));
    // What came and went while it was quiet is told to nobody.
    if (cleared && (isHeld || (raised && until !== null))) continue;
    const wanted = wanting.get(channel);
    if (wanted === undefined) continue;
    const entry = (type: EventType): OutboxEntry => ({
      id: eventId(channel, message.id, type, mark.times),
      channel,
      type,
      body: messageBody(type, message, about),
      madeAt: now,
      dueAt: until ?? now,
      tries: 0,
      held: until !== null,
      after: type === 'message.cleared' ? raisedId(channel, change) : null,
    });
    const isUntold = worsened && !toldThen.some((each) => each.channel.name === channel);
    if (worsened && isHeld) plan.replaced.push(entry('message.raised'));
    else if (raised || isUntold) plan.entries.push(entry('message.raised'));
    if (cleared && wanted.cleared) plan.entries.push(entry('message.cleared'));
  }
  return plan;
}

function raisedId(channel: string, { message, mark }: Change): string {
  return eventId(channel, message.id, 'message.raised', mark.times);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
