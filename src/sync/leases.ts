/**
 * Who does what only one gateway on a store may do at a time. A lease is a document that its holder renews; whoever sees it
 * unchanged for as long as it lasts, by a clock of its own, takes it over. No two machines' clocks are ever compared.
 */
import type { Logger } from '../domain/ports.js';
import { leaseCollection } from '../store/collections.js';
import type { Doc, Repo } from '../store/repo.js';
import { systemTimers, type Timers } from './timers.js';

export interface Leases {
  /**
   * Takes part in holding the lease from now on: takes it when it is free or its holder is gone, and renews it. On a store
   * that no other process writes it is held at once, and nothing is written.
   */
  hold(name: string, options: HoldOptions): Lease;
  /** Runs the job while holding the lease. Rejects with LeaseTakenError when it could not be had within `waitMs`. */
  during<T>(
    name: string,
    options: { readonly timeMs: number; readonly waitMs: number },
    job: () => Promise<T>,
  ): Promise<T>;
}

export interface HoldOptions {
  /** How long it lasts when it is not renewed; it is renewed, or looked at, at a third of that. */
  readonly timeMs: number;
  /** How often it is looked at while somebody else holds it. */
  readonly lookMs?: number;
  /** Called when it is held and was not; `isTakenOver`: somebody else held it meanwhile, or at first. */
  readonly gained?: (isTakenOver: boolean) => void;
  /** Called when it was renewed. */
  readonly renewed?: () => void;
}

export interface Lease {
  /** Whether this process is the one: false once its time is over, though nobody else may have taken it yet. */
  isHeld(): boolean;
  /** Whether another held it when it was last looked at. */
  isElsewhere(): boolean;
  /** Takes part no more, and lets the next have it at once. Never rejects: what cannot be written runs out by itself. */
  release(): Promise<void>;
}

export class LeaseTakenError extends Error {
  constructor(name: string) {
    super(`another gateway holds the lease ${name}`);
    this.name = 'LeaseTakenError';
  }
}

export interface LeasesDeps {
  readonly repo: Repo;
  /** Tells this process from all others. */
  readonly holder: string;
  readonly logger: Logger;
  readonly timers?: Timers;
}

interface StoredLease extends Doc {
  /** null: released. */
  readonly holder: string | null;
  /** Goes up whenever it changes hands. */
  readonly fence: number;
  /** Goes up whenever it is renewed. */
  readonly beat: number;
  /** For how long its holder holds it unrenewed. */
  readonly timeMs: number;
}

const LOOK_MS = 200;

export function createLeases(deps: LeasesDeps): Leases {
  const { timers = systemTimers } = deps;
  const hold = (name: string, options: HoldOptions): Lease =>
    deps.repo.isShared ? createLease({ ...deps, timers }, name, options) : heldForever(options);
  return {
    hold,
    async during(name, { timeMs, waitMs }, job) {
      let gained = () => {};
      let giveUp = () => {};
      const held = new Promise<boolean>((resolve) => {
        gained = () => resolve(true);
        giveUp = timers.after(waitMs, () => resolve(false));
      });
      const lease = hold(name, { timeMs, lookMs: LOOK_MS, gained });
      try {
        const isHeld = await held;
        giveUp();
        if (!isHeld) throw new LeaseTakenError(name);
        return await job();
      } finally {
        await lease.release();
      }
    },
  };
}

function heldForever({ gained }: HoldOptions): Lease {
  let isHeld = true;
  queueMicrotask(() => {
    if (isHeld) gained?.(false);
  });
  return {
    isHeld: () => isHeld,
    isElsewhere: () => false,
    async release() {
      isHeld = false;
    },
  };
}

function createLease(
  { repo, holder, logger, timers }: Required<LeasesDeps>,
  name: string,
  { timeMs, lookMs = timeMs / 3, gained, renewed }: HoldOptions,
): Lease {
  /** By this process's own clock, which never goes back. */
  let heldUntil = Number.NEGATIVE_INFINITY;
  let other: { readonly doc: StoredLease; readonly since: number } | null = null;
  let wasElsewhere = false;
  let isFailing = false;
  let isReleased = false;
  let cancel = () => {};
  let looking = Promise.resolve();
  const isHeld = () => timers.elapsed() < heldUntil;

  /**
   * Answers how it came to be held, if it is. The time counts from before the store was asked, so that it is over here first;
   * where that took long it was over meanwhile, and what it is held for has to be begun anew.
   */
  async function look(): Promise<'GAINED' | 'RENEWED' | null> {
    const now = timers.elapsed();
    const doc = (await repo.get(leaseCollection, name)) as StoredLease | null;
    if (!isFree(doc, now)) return null;
    const isOurs = doc?.holder === holder;
    const fence = (doc?.fence ?? 0) + (isOurs ? 0 : 1);
    const next: StoredLease = { _id: name, holder, fence, beat: (doc?.beat ?? 0) + 1, timeMs };
    if (!(await repo.compareAndSet(leaseCollection, doc && sameAs(doc), next))) return null;
    const how = isHeld() ? 'RENEWED' : 'GAINED';
    heldUntil = now + timeMs;
    other = null;
    return isHeld() ? how : null;
  }

  function isFree(doc: StoredLease | null, now: number): boolean {
    if (doc === null || doc.holder === null || doc.holder === holder) return true;
    wasElsewhere = true;
    if (other?.doc.fence !== doc.fence || other.doc.beat !== doc.beat) other = { doc, since: now };
    return now - other.since >= doc.timeMs;
  }

  async function turn(): Promise<void> {
    try {
      const how = await look();
      isFailing = false;
      if (isReleased || how === null) return;
      if (how === 'RENEWED') return renewed?.();
      logger.info({ lease: name, isTakenOver: wasElsewhere }, 'a lease is held');
      gained?.(wasElsewhere);
      wasElsewhere = false;
    } catch (error) {
      if (!isFailing) logger.warn({ lease: name, err: error }, 'a lease cannot be looked at while the store is away');
      isFailing = true;
    } finally {
      if (!isReleased) cancel = timers.after(isHeld() ? timeMs / 3 : Math.min(lookMs, timeMs / 3), run);
    }
  }

  function run(): void {
    looking = turn();
  }

  run();
  return {
    isHeld,
    isElsewhere: () => other !== null,
    async release() {
      isReleased = true;
      cancel();
      await looking;
      if (heldUntil === Number.NEGATIVE_INFINITY) return;
      heldUntil = Number.NEGATIVE_INFINITY;
      try {
        const doc = (await repo.get(leaseCollection, name)) as StoredLease | null;
        if (doc?.holder !== holder) return;
        await repo.compareAndSet(leaseCollection, sameAs(doc), { ...doc, holder: null, beat: doc.beat + 1 });
      } catch (error) {
        logger.warn({ lease: name, err: error }, 'a lease could not be released, and runs out by itself');
      }
    },
  };
}

function sameAs({ _id, fence, beat }: StoredLease) {
  return { _id, fence, beat };
}
