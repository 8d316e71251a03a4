/** What a fault must come to, and the course that each takes: what is said of it, that nothing else suffers, that it passes by itself, how often is asked. */
import { expect } from 'vitest';
import { FAILURES_TO_OPEN } from '../../src/sources/breaker.js';
import type { FaultProxy } from '../support/fault-proxy.js';
import type { HurtProxy } from '../support/toxiproxy.js';
import { type Hurt, INTERVAL_MS, isWell, type Vendor } from './faults-harness.js';

interface Spell {
  readonly vendor: Vendor;
  readonly reads: number;
  readonly ms: number;
  /** What a good read takes at most. */
  readonly perRead: number;
}

export interface Expected {
  readonly status: readonly string[];
  readonly code: RegExp;
  /** The most that may come to the vendor, by the design. */
  readonly most: (spell: Spell) => number;
  /** How many failed reads are waited for; default 3. */
  readonly reads?: number;
}

/** How much a read asks for side by side. */
export const LANES: Readonly<Record<Vendor, number>> = { splunk: 3, recon: 1, keygen: 5 };

/** What fails ends the read, which has that much under way. */
export const once = ({ vendor, reads }: Spell) => LANES[vendor] * reads;
/** What is retried is retried until the breaker opens; from then on each read asks once. */
export const retried = ({ vendor, reads }: Spell) => LANES[vendor] * FAILURES_TO_OPEN + reads;
export const fails = (status: string, code: RegExp, most = once): Expected => ({ status: [status], code, most });

export interface Line {
  readonly hurt: Hurt;
  /** Where the requests are counted. */
  readonly proxy: FaultProxy;
  readonly wire?: HurtProxy;
}

export type Series = (job: (line: Line) => Promise<void>) => Promise<void>;

/** One after the other on one line, which is there from the first one on. */
export function series(vendor: Vendor, open: (vendor: Vendor) => Promise<Line>): Series {
  let line: Promise<Line> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(async () => {
      line ??= open(vendor);
      await job(await line);
    });
    last = turn.catch(() => {});
    return turn;
  };
}

/** The fault begins, is told, hurts nobody else, and is over without anybody's help. */
export async function meets(
  { hurt, proxy }: Line,
  vendor: Vendor,
  { status, code, most, reads = 3 }: Expected,
  { begin, end }: { begin(): Promise<unknown>; end(): Promise<unknown> },
): Promise<void> {
  const good = await hurt.until(isWell);
  expect(good.licenses.nodes.length).toBeGreaterThan(0);
  try {
    await begin();
    const begun = Date.now();
    const before = hurt.reads();
    await hurt.until((view) => {
      // The read that was under way may have had all it wanted.
      expect(hurt.reads() - before).toBeGreaterThan(reads);
      expect(status).toContain(view.status);
      expect(view.licenses).toEqual(good.licenses);
      if (view.status === 'OK') return expect(view).toMatchObject({ lastError: null, messages: { totalCount: 0 } });
      const lastError = { code: expect.stringMatching(code) };
      return expect(view).toMatchObject({ stale: true, lastError, messages: { totalCount: 1 } });
    });
    await hurt.readOthers();
    const spell = { vendor, reads: 1 + hurt.reads() - before, ms: Date.now() - begun, perRead: hurt.perRead() };
    const { requests } = proxy.seen;
    expect(spell.reads, `reads in ${spell.ms} ms`).toBeLessThanOrEqual(2 + spell.ms / (0.9 * INTERVAL_MS));
    expect(requests, `requests in ${spell.reads} reads`).toBeLessThanOrEqual(most(spell));
  } finally {
    await end();
  }
  const ended = Date.now();
  await hurt.until((view) => {
    isWell(view);
    expect(new Date(view.lastSyncedAt).getTime()).toBeGreaterThan(ended);
  });
}
