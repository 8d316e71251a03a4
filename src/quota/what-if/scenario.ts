/** What a what-if starts from, what it changes, and what comes of the two once checked. */
import type { Zone } from '../../domain/calendar.js';
import type { Group, License, Meter, Pool, Stack } from '../../domain/entities.js';

/** What is known of one source. */
export interface WhatIfFacts {
  readonly licenses: readonly StackLicense[];
  readonly groups: readonly Group[];
  readonly stacks: readonly Stack[];
  readonly pools: readonly Pool[];
  readonly meters: readonly Meter[];
  /** Of the source: where its days begin. */
  readonly timeZone: Zone;
  /** When the use was read; null when the source never was. */
  readonly observedAt: Date | null;
  /** What a thing is called, by its id. */
  nameOf(id: string): string;
}

/** A license, with the stack it belongs to where there are stacks. */
export type StackLicense = License & { readonly stackId?: string | null };

/** As it is asked for. */
export interface WhatIfChanges {
  /** Null: now. */
  readonly at: Date | null;
  readonly pools: readonly ChangedPool[];
  readonly newPools: readonly NewPool[];
  readonly addLicenses: readonly AddedLicense[];
  readonly removeLicenseIds: readonly string[];
}

export interface ChangedPool {
  readonly poolId: string;
  /** Absent: the size it has. */
  readonly quota?: string | null;
  /** Absent: those it has. `*` takes every peer that no other pool of its stack names. */
  readonly peerVendorIds?: readonly string[] | null;
}

export interface NewPool {
  /** The global id that it would have. */
  readonly id: string;
  readonly stackId: string;
  readonly name: string;
  readonly quota: string;
  /** Null: none. */
  readonly peerVendorIds: readonly string[] | null;
}

export interface AddedLicense {
  readonly stackId: string;
  readonly quotaBytes: bigint;
  /** Null: never. */
  readonly expiresAt: Date | null;
}

export type PoolSize = 'MAX' | bigint;

/** Of a pool, what a what-if goes by: so much there is also of one that nobody has made yet. */
export type PoolTerms = Pick<Pool, 'id' | 'name' | 'stackId' | 'licenseId' | 'isMax' | 'peerVendorIds'>;

/** The same, when nothing is wrong with it. */
export interface Scenario {
  readonly now: Date;
  /** The moment looked at; never before `now`. */
  readonly at: Date;
  /** Those that are made here; before, each is a sized one of nothing and without peers. */
  readonly created: ReadonlyMap<string, PoolTerms>;
  /** By pool id. */
  readonly sizes: ReadonlyMap<string, PoolSize>;
  /** By pool id, as configured: the peers of those that get others. */
  readonly peers: ReadonlyMap<string, readonly string[]>;
  readonly added: readonly AddedLicense[];
  /** By license id. */
  readonly removed: ReadonlyMap<string, StackLicense>;
}

/** A pool of a stack, as against an allowance that a license brings along (Enterprise Recon). */
export function sharesStack({ licenseId }: Pick<Pool, 'licenseId'>): boolean {
  return licenseId === null;
}

/** Whether a pool is the one that takes what the others leave, with these sizes. */
export function isMaxThen(pool: PoolTerms, sizes: ReadonlyMap<string, PoolSize>): boolean {
  const size = sizes.get(pool.id);
  return size === undefined ? pool.isMax : size === 'MAX';
}
