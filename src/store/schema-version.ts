/**
 * Which form the documents of a store have, and how an older one is brought forward; on both engines. What the engines keep for
 * themselves (the form of index entries, say) is theirs to version.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { metaCollection } from './collections.js';
import { type Doc, type Repo, StoreUnavailableError } from './repo.js';

export interface Migration {
  /** The version it leads to, from the one before. */
  readonly to: number;
  /** What it does, in words for a person. */
  readonly title: string;
  /** May be cut short at any place, and is run again then: on what it has changed already it changes nothing. */
  run(repo: Repo, onProgress: (line: string) => void): Promise<void>;
}

/** In order, each one version after the one before; the first leads to 2. None so far. */
const migrations: readonly Migration[] = [];

const SCHEMA = 'schema';
/** How a store was that said nothing of its version. */
const FIRST_VERSION = 1;
/** Whoever migrates says so this often; who has not for longer than the other is gone. */
const BEAT_MS = 1_000;
const GONE_MS = 15_000;

interface Schema extends Doc {
  readonly version: number;
  /** Who brings it forward at present, and a number that goes up while they live. */
  readonly migrating: string | null;
  readonly beat: number;
}

export interface SchemaOptions {
  readonly onProgress?: ((line: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly migrations?: readonly Migration[];
}

/** Throws StoreUnavailableError for a store that a newer gateway has written. Reads only, and only `meta`. */
export async function assertKnownSchema(repo: Pick<Repo, 'get'>, known = versionOf(migrations)): Promise<void> {
  const schema = await repo.get(metaCollection, SCHEMA);
  const version = schema === null ? FIRST_VERSION : Number(schema.version);
  if (version <= known) return;
  throw new StoreUnavailableError(
    `the store was written by a newer gateway (schema version ${version}, this gateway knows up to ${known}): run that version, or restore a backup from before`,
  );
}

/**
 * Brings the store to the version of this gateway, one instance at a time, the others waiting; a store that is empty has it
 * already. Throws StoreUnavailableError for a newer one.
 */
export async function migrate(repo: Repo, options: SchemaOptions = {}): Promise<void> {
  const { onProgress = () => {}, signal, migrations: steps = migrations } = options;
  const current = versionOf(steps);
  const own = randomUUID();
  let other = null as { readonly beat: number; readonly since: number } | null;
  for (;;) {
    signal?.throwIfAborted();
    await assertKnownSchema(repo, current);
    const schema = await readSchema(repo, current);
    if (schema.version === current && schema.migrating === null) return;
    const isFree =
      schema.migrating === null || (other?.beat === schema.beat && performance.now() - other.since >= GONE_MS);
    if (isFree && (await claim(repo, schema, own))) return bringForward(repo, own, steps, onProgress);
    if (other === null) onProgress('waiting for another gateway, which brings the store to a newer version');
    if (other?.beat !== schema.beat) other = { beat: schema.beat, since: performance.now() };
    await sleep(BEAT_MS, undefined, signal && { signal });
  }
}

async function bringForward(
  repo: Repo,
  own: string,
  steps: readonly Migration[],
  onProgress: (line: string) => void,
): Promise<void> {
  // One change of the document after the other, so that a beat never undoes a step that was done.
  let turn: Promise<unknown> = Promise.resolve();
  const change = (next: Partial<Schema>) => {
    const run = turn.then(async () => {
      const before = await readSchema(repo, versionOf(steps));
      const after = { ...before, ...next, beat: before.beat + 1 };
      if (before.migrating === own && (await repo.compareAndSet(metaCollection, same(before), after))) return;
      throw new StoreUnavailableError('another gateway has gone on with bringing the store to a newer version');
    });
    turn = run.catch(() => {});
    return run;
  };
  const timer = setInterval(() => void change({}).catch(() => {}), BEAT_MS);
  try {
    const { version } = await readSchema(repo, versionOf(steps));
    for (const { to, title, run } of steps.filter((step) => step.to > version)) {
      onProgress(`bringing the store from version ${to - 1} to ${to}: ${title}`);
      await run(repo, onProgress);
      await change({ version: to });
    }
  } finally {
    clearInterval(timer);
    await change({ migrating: null });
  }
}

function claim(repo: Repo, schema: Schema, own: string): Promise<boolean> {
  return repo.compareAndSet(metaCollection, same(schema), { ...schema, migrating: own, beat: schema.beat + 1 });
}

function same({ version, migrating, beat }: Schema) {
  return { version, migrating, beat };
}

/** As it is, or as it is written now where the store says nothing: by whichever gateway is first. */
async function readSchema(repo: Repo, current: number): Promise<Schema> {
  for (;;) {
    const schema = (await repo.get(metaCollection, SCHEMA)) as Schema | null;
    if (schema !== null) return schema;
    const version = (await isEmpty(repo)) ? current : FIRST_VERSION;
    await repo.compareAndSet(metaCollection, null, { _id: SCHEMA, version, migrating: null, beat: 0 });
  }
}

async function isEmpty(repo: Repo): Promise<boolean> {
  for await (const _ of repo.scan('sources', {}, [])) return false;
  return true;
}

function versionOf(steps: readonly Migration[]): number {
  return steps.at(-1)?.to ?? FIRST_VERSION;
}
