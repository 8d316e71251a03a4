import { describe, expect, it } from 'vitest';
import { changesSince, draftOf, editOf, quotaText, rebased } from '../../../src/dashboard/actions/pool-draft.js';

const GIB = 1024n ** 3n;
const A = '74A43C7E-C33C-41F6-B027-E603D2C3FE68';
const B = '1F3A34AE-75DA-4680-B184-5BF309843919';
const web = { description: 'Web shop', isMax: false, limit: String(30n * GIB), peerVendorIds: [A] };

describe('the quota of a pool in the vendor’s form', () => {
  it.each([
    ['MAX', { isMax: true, limit: '5' }],
    ['30GB', { isMax: false, limit: String(30n * GIB) }],
    ['1536MB', { isMax: false, limit: String((3n * GIB) / 2n) }],
    ['1025', { isMax: false, limit: '1025' }],
    ['9223372036854775807', { isMax: false, limit: '9223372036854775807' }],
    ['0', { isMax: false, limit: '0' }],
    ['', { isMax: false, limit: null }],
  ])('is %s', (text, pool) => {
    expect(quotaText(pool)).toBe(text);
  });
});

describe('what is sent of an edit', () => {
  const draft = draftOf(web);

  it('is nothing while nothing is other', () => {
    expect(editOf(draft, web)).toBeNull();
    expect(editOf({ ...draft, quota: ' 30GB ', peers: [A.toLowerCase()] }, web)).toBeNull();
  });

  it('is only what is other', () => {
    expect(editOf({ ...draft, quota: '31GB' }, web)).toEqual({ quota: '31GB' });
    expect(editOf({ ...draft, description: '' }, web)).toEqual({ description: '' });
  });

  it('appends peers where they only come to those that are there', () => {
    expect(editOf({ ...draft, peers: [A, B] }, web)).toEqual({ peers: [B], appendPeers: true });
  });

  it('replaces peers where one is taken out, or where it is opened to all or closed', () => {
    expect(editOf({ ...draft, peers: [B] }, web)).toEqual({ peers: [B] });
    expect(editOf({ ...draft, isOpen: true }, web)).toEqual({ peers: ['*'] });
    const open = { ...web, peerVendorIds: ['*'] };
    expect(editOf({ ...draftOf(open), isOpen: false }, open)).toEqual({ peers: [] });
  });
});

describe('a pool that somebody else has changed meanwhile', () => {
  const now = { ...web, limit: String(12n * GIB), peerVendorIds: [A, B] };

  it('is told of by what is other now', () => {
    expect(changesSince(web, web)).toEqual([]);
    expect(changesSince(web, now)).toEqual(['its quota is 12GB and was 30GB', 'its peers are others']);
    expect(changesSince(web, { ...web, description: null })).toEqual(['it has no description any more']);
  });

  it('keeps what was typed and takes over the rest', () => {
    const typed = { ...draftOf(web), description: 'Shop' };
    expect(rebased(typed, web, now)).toEqual({ ...draftOf(now), description: 'Shop' });
    expect(rebased({ ...draftOf(web), quota: '40GB' }, web, now).quota).toBe('40GB');
  });

  it('gets the peers that were added beside those that others added', () => {
    const C = 'C1111111-75DA-4680-B184-5BF309843919';
    expect(rebased({ ...draftOf(web), peers: [A, C] }, web, now).peers).toEqual([A, B, C]);
    expect(rebased({ ...draftOf(web), peers: [C] }, web, now).peers).toEqual([C]);
  });
});
