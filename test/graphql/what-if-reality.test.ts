/** What-ifs held against what comes true: the same change made to the server itself, read by a gateway of its own. */
import { describe, expect, it } from 'vitest';
import { startEnterpriseReconEmulator } from '../../src/emulators/enterprise-recon/index.js';
import { startSplunkEmulator } from '../../src/emulators/splunk/index.js';
import type { SplunkState } from '../../src/emulators/splunk/state.js';
import { reconSourceOf, splunkSourceOf } from '../support/emulators.js';
import { startGateway, type TestGateway, type TestSource } from '../support/gateway.js';

const now = new Date('2026-03-10T12:00:00Z');
const clock = { now: () => now };
const GIB = 1024n ** 3n;
const STACK = 'Stack:splunk:enterprise';
const lifted = 'warnings would not block search';

interface Figures {
  readonly subjectId: string;
  readonly dimension: string;
  readonly limit: string | null;
  readonly used: string | null;
  readonly state: string;
  readonly enforcement: string;
  readonly reasons: readonly string[];
}
interface Said {
  readonly category: string;
  readonly severity: string;
  readonly description: string;
  readonly subjectId: string | null;
}
interface Outcome {
  readonly quotas: readonly Figures[];
  readonly messages: readonly Said[];
}

const FIGURES = 'dimension limit used remaining ratio state enforcement overageLimit resetsAt';

/** Through a gateway of its own, whose store is empty: no message stands from before. */
async function through<T>(source: TestSource, at: Date, ask: (gateway: TestGateway) => Promise<T>): Promise<T> {
  const gateway = await startGateway([source], { clock: { now: () => at } });
  try {
    await gateway.refresh();
    return await ask(gateway);
  } finally {
    await gateway.close();
  }
}

function projected(source: TestSource, changes: object): Promise<Outcome> {
  return through(source, now, async (gateway) => {
    const { whatIf } = await gateway.query<{ whatIf: Outcome & { errors: unknown } }, unknown>(
      `query ($input: WhatIfInput!) {
        whatIf(input: $input) {
          quotas { subjectId reasons ${FIGURES} }
          messages { category severity description subjectId }
          errors { code message }
        }
      }`,
      { input: { sourceId: `Source:${source.name}`, ...changes } },
    );
    expect(whatIf.errors).toEqual([]);
    return whatIf;
  });
}

function real(source: TestSource, at = now): Promise<Outcome> {
  return through(source, at, async (gateway) => {
    const { quotas, messages } = await gateway.query<
      {
        quotas: { nodes: (Figures & { subject: { id: string } })[] };
        messages: { nodes: (Said & { subject: { id: string } | null })[] };
      },
      unknown
    >(`{
      quotas(first: 500) { nodes { subject { id } reasons ${FIGURES} } }
      messages(first: 500, filter: { active: true, origins: [GATEWAY] }) {
        nodes { category severity description subject { id } }
      }
    }`);
    return {
      quotas: quotas.nodes.map(({ subject, ...quota }) => ({ ...quota, subjectId: subject.id })),
      messages: messages.nodes.map(({ subject, ...said }) => ({ ...said, subjectId: subject?.id ?? null })),
    };
  });
}

/** All but the sentences of the quotas; of messages, what a what-if speaks of. */
function comparable({ quotas, messages }: Outcome, categories = /^(QUOTA|LICENSE)_/) {
  const text = (each: object) => JSON.stringify(each, Object.keys(each).sort());
  return {
    quotas: quotas.map(({ reasons: _reasons, ...quota }) => text(quota)).sort(),
    messages: messages
      .filter(({ category }) => categories.test(category))
      .map(text)
      .sort(),
  };
}

/** A license manager like the demo's: 60 GiB, 20 more that end, and what `prepare` does to it. */
async function splunk(prepare: (state: SplunkState) => void, settings = {}) {
  const emulator = await startSplunkEmulator({ scenario: 'demo', clock });
  prepare(emulator.state);
  return { source: { ...splunkSourceOf(emulator), settings }, state: emulator.state, close: () => emulator.close() };
}

function licensesOf(
  state: SplunkState,
): [main: SplunkState['licenses'][number], ending: SplunkState['licenses'][number]] {
  const [main, ending] = state.licenses;
  if (main === undefined || ending === undefined) throw new Error('the demo has changed');
  return [main, ending];
}

const idOf = ({ hash }: { readonly hash: string }) => `License:splunk:${hash}`;
const warningsOf = ({ quotas }: Outcome) => quotas.filter(({ dimension }) => dimension === 'WARNINGS');
const enforcements = (quotas: readonly Figures[]) => [...new Set(quotas.map(({ enforcement }) => enforcement))].sort();
/** A peer in no pool is under no rule whatever its stacks do. */
const ruled = (outcome: Outcome) => warningsOf(outcome).filter(({ limit }) => limit !== null);

describe('a Splunk stack that', () => {
  it('grows to 100 GiB is no longer enforced, and nobody is told that search is blocked', async () => {
    const { source, state, close } = await splunk(() => {});
    const addLicenses = [{ stackId: STACK, quotaBytes: String(20n * GIB) }];
    const before = await projected(source, {});
    const then = await projected(source, { addLicenses });
    const [main] = licensesOf(state);
    state.licenses.push({ ...main, hash: 'A'.repeat(64), label: 'more', quota: 20n * GIB });
    expect(comparable(then)).toEqual(comparable(await real(source)));
    await close();

    expect(enforcements(ruled(before))).toEqual(['HARD']);
    expect(enforcements(ruled(then))).toEqual(['INFORMATIONAL']);
    expect(before.messages.some(({ description }) => description.includes('Search is blocked'))).toBe(true);
    expect(then.messages.some(({ description }) => description.includes('Search is blocked'))).toBe(false);
    for (const { reasons } of ruled(then)) {
      expect(reasons.at(-1)).toBe(
        `Stack "Splunk Enterprise" would have ${100n * GIB} bytes a day, at least ${100n * GIB}: ${lifted}.`,
      );
      expect(reasons.filter((reason) => /search/i.test(reason) && !reason.startsWith('Now: '))).toHaveLength(1);
    }
  });

  it('stays a byte short of 100 GiB is enforced as before', async () => {
    const { source, state, close } = await splunk(() => {});
    const quota = 20n * GIB - 1n;
    const then = await projected(source, { addLicenses: [{ stackId: STACK, quotaBytes: String(quota) }] });
    state.licenses.push({ ...licensesOf(state)[0], hash: 'A'.repeat(64), quota });
    expect(comparable(then)).toEqual(comparable(await real(source)));
    await close();
    expect(then.messages.some(({ description }) => description.includes('Search is blocked'))).toBe(true);
  });

  it.each(['removed', 'ended'])('falls under 100 GiB with a license that is %s blocks search', async (how) => {
    const { source, state, close } = await splunk((prepared) => {
      const [main, ending] = licensesOf(prepared);
      Object.assign(main, { quota: 90n * GIB });
      Object.assign(ending, { quota: 20n * GIB });
    });
    const [, ending] = licensesOf(state);
    const later = new Date(now.getTime() + 13 * 86_400_000).toISOString();
    const before = await projected(source, {});
    const then = await projected(source, how === 'removed' ? { removeLicenseIds: [idOf(ending)] } : { at: later });
    if (how === 'removed') state.licenses.splice(1, 1);
    else Object.assign(ending, { expirationTime: now.getTime() / 1000 - 1 });
    const reality = await real(source);
    await close();

    expect(enforcements(ruled(before))).toEqual(['INFORMATIONAL']);
    expect(before.messages.some(({ description }) => description.includes('Search is blocked'))).toBe(false);
    if (how === 'removed') expect(comparable(then)).toEqual(comparable(reality));
    const perSubject = (outcome: Outcome) =>
      Object.fromEntries(warningsOf(outcome).map(({ subjectId, enforcement }) => [subjectId, enforcement]));
    expect(perSubject(then)).toEqual(perSubject(reality));
    const dev = then.quotas.find(
      ({ subjectId, dimension }) => subjectId === 'Pool:splunk:sandbox' && dimension === 'WARNINGS',
    );
    expect(dev).toMatchObject({ enforcement: 'HARD' });
  });

  it.each([{ enforcement: 'HARD' }, { enforcement: 'SOFT' }])(
    'is under the setting %j whatever its size',
    async (set) => {
      const { source, state, close } = await splunk(() => {}, set);
      const then = await projected(source, { addLicenses: [{ stackId: STACK, quotaBytes: String(30n * GIB) }] });
      state.licenses.push({ ...licensesOf(state)[0], hash: 'A'.repeat(64), quota: 30n * GIB });
      expect(comparable(then)).toEqual(comparable(await real(source)));
      await close();
    },
  );

  it('goes over without strict pool quotas makes its pools count, and those count no more when it is not', async () => {
    const { source, state, close } = await splunk(
      (prepared) => {
        const [main, ending] = licensesOf(prepared);
        Object.assign(main, { quota: 30n * GIB });
        Object.assign(ending, { quota: 50n * GIB });
      },
      { strictPoolQuota: false },
    );
    const [, ending] = licensesOf(state);
    const pools = ({ quotas }: Outcome) =>
      quotas
        .filter(({ subjectId, dimension }) => /^Pool:splunk:(?!auto)/.test(subjectId) && dimension !== 'WARNINGS')
        .map(({ enforcement }) => enforcement);

    const asItIs = await projected(source, {});
    const gone = await projected(source, { removeLicenseIds: [idOf(ending)] });
    state.licenses.splice(1, 1);
    expect(comparable(gone)).toEqual(comparable(await real(source)));
    expect(new Set(pools(asItIs))).toEqual(new Set(['INFORMATIONAL']));
    expect(new Set(pools(gone))).toEqual(new Set(['SOFT']));

    const back = await projected(source, { addLicenses: [{ stackId: STACK, quotaBytes: String(50n * GIB) }] });
    state.licenses.push({ ...ending, hash: 'A'.repeat(64), expirationTime: 2_147_483_647 });
    expect(comparable(back, /^QUOTA_/)).toEqual(comparable(await real(source), /^QUOTA_/));
    expect(new Set(pools(back))).toEqual(new Set(['INFORMATIONAL']));
    await close();
  });
});

it('an Enterprise Recon license that ends leaves the limits stated, as the vendor goes on stating them', async () => {
  const emulator = await startEnterpriseReconEmulator({ scenario: 'demo', clock });
  const source = reconSourceOf(emulator);
  const later = new Date(now.getTime() + 400 * 86_400_000);
  const then = await projected(source, { at: later.toISOString() });
  const reality = await real(source, later);
  await emulator.close();
  expect(comparable(then)).toEqual(comparable(reality));
  expect(then.messages.map(({ category }) => category)).toContain('LICENSE_EXPIRED');
  for (const { reasons, limit } of then.quotas.filter(({ dimension }) => dimension === 'SCANNED_BYTES')) {
    expect(limit).not.toBe('0');
    expect(reasons.join(' ')).toContain('the vendor goes on stating the limit');
  }
});
