import { expect, it } from 'vitest';
import type { Message, VendorMessage } from '../../src/domain/entities.js';
import { SourceFailure } from '../../src/domain/failure.js';
import { failureNotice, findingNotice, nextMessages } from '../../src/sync/messages.js';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const badRow = findingNotice({
  category: 'BAD_ROW',
  severity: 'WARN',
  concept: 'Pool',
  vendorId: 'pools[3]',
  description: 'row 3 has no name and was left out',
  about: {},
});
const findings = new Set(['BAD_ROW', 'SOURCE_FAILING']);

function next(previous: readonly Message[], minute: number, notices = [badRow], vendor: VendorMessage[] | null = []) {
  return nextMessages(
    'recon',
    previous,
    { vendor, decides: ({ category }) => findings.has(category), notices },
    at(minute),
  );
}

it('raises a message once and keeps it, under the same id, while it holds', () => {
  const first = next([], 1);
  expect(first).toMatchObject([
    {
      id: `Message:recon:gateway.BAD_ROW.Pool.pools%5B3%5D.${at(1).getTime()}`,
      active: true,
      createdAt: at(1),
      subjectId: 'Source:recon',
    },
  ]);
  expect(next(first, 2)).toEqual(first);
});

it('clears it when it no longer holds, and raises a new one when it comes back', () => {
  const cleared = next(next([], 1), 2, []);
  expect(cleared).toMatchObject([{ active: false, clearedAt: at(2) }]);
  const again = next(cleared, 3);
  expect(again.map((message) => [message.active, message.createdAt])).toEqual([
    [false, at(1)],
    [true, at(3)],
  ]);
});

it('forgets a cleared message after 30 days', () => {
  const cleared = next(next([], 1), 2, []);
  expect(next(cleared, 2 + 30 * 24 * 60, [])).toHaveLength(1);
  expect(next(cleared, 3 + 30 * 24 * 60, [])).toHaveLength(0);
});

it('leaves messages of other categories as they are', () => {
  const first = next([], 1);
  const failing = [failureNotice('recon', new SourceFailure('TIMEOUT', 'TIMEOUT', 'no answer'), at(1))];
  const both = nextMessages(
    'recon',
    first,
    { vendor: null, decides: ({ category }) => category === 'SOURCE_FAILING', notices: failing },
    at(2),
  );
  expect(both.filter((message) => message.active).map((message) => message.category)).toEqual([
    'BAD_ROW',
    'SOURCE_FAILING',
  ]);
});

it("keeps a vendor's message while the vendor shows it, with what was acknowledged, and clears it when it is gone", () => {
  const sent: VendorMessage = {
    id: 'Message:recon:70a1',
    source: 'recon',
    vendorId: '70a1',
    typeName: 'Message',
    displayName: 'pool_warning_count',
    vendorFields: {},
    category: 'pool_warning_count',
    severity: 'WARN',
    description: 'This pool contains peer(s) with 3 warnings',
    createdAt: null,
    about: { poolId: 'Pool:recon:a', peerId: 'Peer:recon:b' },
  };
  const first = next([], 1, [], [sent]);
  expect(first).toMatchObject([
    { origin: 'VENDOR', createdAt: at(1), subjectId: 'Peer:recon:b', poolId: 'Pool:recon:a' },
  ]);
  const acknowledged = first.map((message) => ({ ...message, acknowledgedBy: 'ops' }));
  expect(next(acknowledged, 2, [], [sent])).toMatchObject([{ createdAt: at(1), acknowledgedBy: 'ops', active: true }]);
  expect(next(acknowledged, 2, [], null)).toEqual(acknowledged);
  expect(next(acknowledged, 2, [], [])).toMatchObject([{ active: false, clearedAt: at(2) }]);
});

it('links a finding about a measured thing to its quota, with the thing as its subject', () => {
  const mismatch = findingNotice({
    category: 'USAGE_SUM_MISMATCH',
    severity: 'INFO',
    concept: 'Pool',
    vendorId: 'client.BYTES',
    dimension: 'SCANNED_BYTES',
    description: 'the locations add up to something else',
    about: { subjectId: 'Pool:recon:client.BYTES', poolId: 'Pool:recon:client.BYTES' },
  });
  const [message] = nextMessages('recon', [], { vendor: [], decides: () => false, notices: [mismatch] }, at(1));
  expect(message).toMatchObject({
    id: `Message:recon:gateway.USAGE_SUM_MISMATCH.Pool.client.BYTES.SCANNED_BYTES.${at(1).getTime()}`,
    subjectId: 'Pool:recon:client.BYTES',
    quotaId: 'Quota:recon:Pool.client.BYTES.SCANNED_BYTES',
  });
});

it('says in a failure how old what is shown is, or that nothing is', () => {
  const failure = new SourceFailure('TIMEOUT', 'TIMEOUT', 'no answer');
  expect(failureNotice('recon', failure, at(1)).description).toContain('read at 2026-01-01T00:01:00.000Z');
  expect(failureNotice('recon', failure, null).description).toContain('Nothing of it was read yet');
});
