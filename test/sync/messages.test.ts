import { describe, expect, it } from 'vitest';
import type { Message, VendorMessage } from '../../src/domain/entities.js';
import type { Notice } from '../../src/domain/evaluated.js';
import { SourceFailure } from '../../src/domain/failure.js';
import { acknowledged, failureNotice, findingNotice, nextMessages } from '../../src/sync/messages.js';

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
  expect(next(first, 2)[0]).toBe(first[0]);
});

it('says of a message that still holds what is so now', () => {
  const first = next([], 1);
  const now = {
    ...badRow,
    description: 'row 3 still has no name',
    severity: 'ERROR' as const,
    about: { poolId: 'Pool:recon:a' },
  };
  expect(next(first, 2, [now])).toEqual([
    {
      ...first[0],
      description: 'row 3 still has no name',
      severity: 'ERROR',
      poolId: 'Pool:recon:a',
      subjectId: 'Pool:recon:a',
    },
  ]);
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

it('keeps of the cleared messages of one name only the newest five', () => {
  let messages: Message[] = [];
  const other = { ...badRow, name: 'BAD_ROW.Pool.other', key: 'BAD_ROW.Pool.other' };
  messages = next(messages, 0, [other]);
  for (let minute = 1; minute <= 16; minute += 2) messages = next(next(messages, minute), minute + 1, []);
  const own = messages.filter(({ key }) => key === badRow.key);
  expect(own.map(({ createdAt }) => createdAt)).toEqual([7, 9, 11, 13, 15].map(at));
  expect(messages.filter(({ key }) => key === other.key)).toMatchObject([{ clearedAt: at(1) }]);
  expect(next(messages, 20).filter(({ key }) => key === badRow.key)).toHaveLength(6);
});

it('counts the steps of one thing as one name, also where its vendor id looks like a step', () => {
  const step = (vendorId: string, stage: string) => ({
    ...badRow,
    name: `BAD_ROW.Pool.${vendorId}`,
    key: `BAD_ROW.Pool.${vendorId}@${stage}`,
  });
  let messages: Message[] = [];
  for (let i = 0; i < 8; i++) messages = next(messages, i, [step('a@b', `${i}d`), step('a@c', `${i}d`)]);
  const active = messages.filter(({ active: isActive }) => isActive);
  expect(active.map(({ key }) => key)).toEqual(['BAD_ROW.Pool.a@b@7d', 'BAD_ROW.Pool.a@c@7d']);
  expect(messages).toHaveLength(2 * (5 + 1));
});

it('keeps all cleared messages of names too long to be spelled out in an id apart', () => {
  const long = (name: string) => ({ ...badRow, name: name.repeat(300), key: name.repeat(300) });
  let messages: Message[] = [];
  for (let i = 0; i < 7; i++) messages = next(next(messages, 2 * i, [long('x'), long('y')]), 2 * i + 1, []);
  expect(messages.filter(({ key }) => key?.startsWith('x'))).toHaveLength(5);
  expect(messages.filter(({ key }) => key?.startsWith('y'))).toHaveLength(5);
});

it('clears the old step of what got worse and raises the new one, under an id of its own', () => {
  const step = (stage: string): Notice => ({ ...badRow, key: `${badRow.name}@${stage}` });
  const worse = next(next([], 1, [step('24h')]), 2, [step('72h')]);
  expect(worse).toMatchObject([
    { key: `${badRow.name}@24h`, active: false, clearedAt: at(2), createdAt: at(1) },
    {
      key: `${badRow.name}@72h`,
      active: true,
      id: `Message:recon:gateway.BAD_ROW.Pool.pools%5B3%5D.${at(2).getTime()}`,
    },
  ]);
});

it('takes the graver of two notices with one key, else the first', () => {
  const notice = (description: string, severity: Notice['severity']): Notice => ({ ...badRow, description, severity });
  const raised = next([], 1, [notice('a', 'WARN'), notice('b', 'WARN'), notice('c', 'ERROR'), notice('d', 'INFO')]);
  expect(raised).toMatchObject([{ description: 'c', severity: 'ERROR' }]);
  expect(next([], 1, [notice('a', 'WARN'), notice('b', 'WARN')])).toMatchObject([{ description: 'a' }]);
  expect(next(raised, 2, [notice('e', 'WARN'), notice('f', 'INFO')])).toMatchObject([
    { description: 'e', createdAt: at(1) },
  ]);
});

it('names a message of a measured thing as its quota, with what was raised of it', () => {
  const notice: Notice = {
    name: 'QUOTA_EXCEEDED.Pool.my pool.INDEXED_BYTES_PER_DAY',
    key: 'QUOTA_EXCEEDED.Pool.my pool.INDEXED_BYTES_PER_DAY',
    category: 'QUOTA_EXCEEDED',
    severity: 'ERROR',
    description: 'over',
    about: {
      subjectId: 'Pool:recon:my%20pool',
      poolId: 'Pool:recon:my%20pool',
      quotaId: 'Quota:recon:Pool.my%20pool.INDEXED_BYTES_PER_DAY',
    },
  };
  expect(next([], 1, [notice])).toMatchObject([
    {
      id: `Message:recon:gateway.QUOTA_EXCEEDED.Pool.my%20pool.INDEXED_BYTES_PER_DAY.${at(1).getTime()}`,
      origin: 'GATEWAY',
      severity: 'ERROR',
      ...notice.about,
    },
  ]);
});

describe('an acknowledgment', () => {
  it('stays with a message while it is active, and is not passed on to the next', () => {
    const seen = next([], 1).map((message) => acknowledged(message, 'ops', at(2)));
    expect(seen).toMatchObject([{ acknowledgedAt: at(2), acknowledgedBy: 'ops' }]);
    expect(next(seen, 3)).toEqual(seen);
    const again = next(next(seen, 4, []), 5);
    expect(again).toMatchObject([
      { active: false, acknowledgedBy: 'ops' },
      { active: true, acknowledgedAt: null, acknowledgedBy: null },
    ]);
  });

  it('is the first one, whoever comes later', () => {
    const [message] = next([], 1).map((each) => acknowledged(each, 'ops', at(2)));
    expect(message && acknowledged(message, 'wall', at(3))).toEqual(message);
  });
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
