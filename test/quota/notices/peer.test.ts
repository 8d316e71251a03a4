import { describe, expect, it } from 'vitest';
import type { Peer } from '../../../src/domain/entities.js';
import {
  needsHistory,
  orphanNotice,
  type PeerHistory,
  peerNotices,
  silenceNotice,
} from '../../../src/quota/notices/peer.js';
import { thingsOf } from '../../support/snapshots.js';

const s = thingsOf('splunk');
const now = new Date('2026-01-31T12:00:00Z');
const ago = (hours: number, ms = 0) => new Date(now.getTime() - hours * 3_600_000 - ms);
const indexer = (fields: Partial<Peer> = {}) =>
  s.peer('GUID-1', { displayName: 'idx1', usedBytes: 0n, activePoolIds: [s.id('Pool', 'main')], ...fields });

function silence(history: Partial<PeerHistory>, fields: Partial<Peer> = {}, standing: string | null = null) {
  const known = { lastUse: null, observedSince: ago(24 * 30), ...history };
  return silenceNotice(indexer(fields), known, (key) => key === standing, now);
}

describe('an orphan', () => {
  it('is a warning about the peer', () => {
    expect(orphanNotice(indexer({ orphan: true, activePoolIds: [] }))).toMatchObject({
      name: 'ORPHAN_PEER.Peer.GUID-1',
      key: 'ORPHAN_PEER.Peer.GUID-1',
      category: 'ORPHAN_PEER',
      severity: 'WARN',
      about: { subjectId: 'Peer:splunk:GUID-1', peerId: 'Peer:splunk:GUID-1' },
    });
    expect(orphanNotice(indexer())).toBeNull();
  });

  it('is not silent as well', () => {
    const orphan = indexer({ orphan: true });
    const notices = peerNotices(orphan, { lastUse: null, observedSince: ago(1000) }, () => false, now);
    expect(notices.map(({ category }) => category)).toEqual(['ORPHAN_PEER']);
  });
});

describe('a peer without use', () => {
  it.each([
    ['not silent before 24 hours', { lastUse: ago(24, -1) }, undefined],
    ['silent from 24 hours', { lastUse: ago(24) }, 'SILENT_PEER'],
    ['silent until 7 days', { lastUse: ago(7 * 24, -1) }, 'SILENT_PEER'],
    ['stale from 7 days', { lastUse: ago(7 * 24) }, 'STALE_PEER'],
    ['stale when no use was ever seen in a month', {}, 'STALE_PEER'],
    ['silent when no use was seen in two days of observation', { observedSince: ago(48) }, 'SILENT_PEER'],
    ['not silent when it was only observed for an hour', { lastUse: ago(48), observedSince: ago(1) }, undefined],
    ['not silent when it was never observed', { observedSince: null }, undefined],
  ] as const)('is %s', (_what, history, category) => {
    expect(silence(history)?.category).toBe(category);
  });

  it('is good to know when silent and a warning when stale, about the peer', () => {
    const about = { subjectId: 'Peer:splunk:GUID-1', peerId: 'Peer:splunk:GUID-1' };
    expect(silence({ lastUse: ago(30) })).toMatchObject({ key: 'SILENT_PEER.Peer.GUID-1', severity: 'INFO', about });
    expect(silence({ lastUse: ago(999) })).toMatchObject({ key: 'STALE_PEER.Peer.GUID-1', severity: 'WARN', about });
  });

  it('says since when, and not for how long, so that the words do not change from sync to sync', () => {
    expect(silence({ lastUse: ago(30) })?.description).toContain(
      'idx1 is in a pool but indexed nothing since 2026-01-30T06:00:00.000Z',
    );
    expect(silence({ lastUse: ago(999) })?.description).toContain('stays listed until the manager restarts');
  });

  it('is never stale when it is the very server that was read', () => {
    expect(silence({}, { isLocal: true })?.category).toBe('SILENT_PEER');
  });

  it('is in order again with its first use', () => {
    expect(silence({ lastUse: ago(999) }, { usedBytes: 1n }, 'STALE_PEER.Peer.GUID-1')).toBeNull();
  });
});

describe('a peer whose use cannot be told', () => {
  it.each(['SILENT_PEER', 'STALE_PEER'])('keeps a standing %s, and raises none', (category) => {
    const key = `${category}.Peer.GUID-1`;
    expect(silence({}, { usedBytes: null }, key)).toMatchObject({ key, category });
    expect(silence({ observedSince: null }, {}, key)).toMatchObject({ key, category });
    expect(silence({}, { usedBytes: null })).toBeNull();
  });
});

it('needs no history of a peer that is in use, unknown or an orphan', () => {
  expect(needsHistory(indexer())).toBe(true);
  expect(needsHistory(indexer({ usedBytes: 5n }))).toBe(false);
  expect(needsHistory(indexer({ usedBytes: null }))).toBe(false);
  expect(needsHistory(indexer({ orphan: true }))).toBe(false);
});
