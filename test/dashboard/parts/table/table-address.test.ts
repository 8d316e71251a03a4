import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../../src/dashboard/parts/table/spec.js';
import { readFilters, readOrder, writeOrder } from '../../../../src/dashboard/parts/table/table-address.js';

const filters: readonly Filter[] = [
  { kind: 'search', field: 'search' },
  { kind: 'sources', field: 'sources' },
  { kind: 'choices', field: 'statuses', label: 'Status', options: choices('ACTIVE', 'EXPIRED') },
  { kind: 'choices', field: 'unit', label: 'Unit', options: choices('BYTES', 'COUNT'), single: true },
  { kind: 'flag', field: 'orphan', label: 'Pool', yes: 'In none', no: 'In one' },
  { kind: 'day', field: 'expiresBefore', label: 'Expires before' },
  { kind: 'thing', field: 'groupId', label: 'Group' },
];

describe('the filters of an address', () => {
  it('become what the API takes', () => {
    const address =
      'search=web&sources=a,b&statuses=ACTIVE,EXPIRED&unit=BYTES&orphan=false&expiresBefore=2026-03-01&groupId=Group:a:b';
    expect(read(address)).toEqual({
      filter: {
        search: 'web',
        sources: ['a', 'b'],
        statuses: ['ACTIVE', 'EXPIRED'],
        unit: 'BYTES',
        orphan: false,
        expiresBefore: '2026-03-01T00:00:00.000Z',
        groupId: 'Group:a:b',
      },
      active: ['search', 'sources', 'statuses', 'unit', 'orphan', 'expiresBefore', 'groupId'],
      unusable: [],
    });
  });

  it('are none when there are none, and when a search is too short', () => {
    const none = { filter: {}, active: [], unusable: [] };
    expect(read('')).toEqual(none);
    expect(read('search=w&statuses=&other=1')).toEqual(none);
  });

  it('leave out what means nothing, and say so', () => {
    expect(read('statuses=ACTIVE,FOO&unit=MILES&orphan=perhaps&expiresBefore=soon')).toEqual({
      filter: { statuses: ['ACTIVE'] },
      active: ['statuses'],
      unusable: ['statuses=FOO', 'unit=MILES', 'orphan=perhaps', 'expiresBefore=soon'],
    });
  });
});

describe('the order of an address', () => {
  const usual = { field: 'NAME', direction: 'ASC' } as const;
  const fields = ['NAME', 'STATUS'];

  it('is a field and a direction', () => {
    expect(readOrder('STATUS.DESC', fields, usual)).toEqual({ field: 'STATUS', direction: 'DESC' });
  });

  it.each([null, '', 'STATUS', 'STATUS.UP', 'SIZE.ASC'])('is the usual one for %j', (given) => {
    expect(readOrder(given, fields, usual)).toEqual(usual);
  });

  it('is written only when it is not the usual one', () => {
    expect(writeOrder(usual, usual)).toBeNull();
    expect(writeOrder({ field: 'NAME', direction: 'DESC' }, usual)).toBe('NAME.DESC');
  });
});

function read(address: string) {
  return readFilters(filters, new URLSearchParams(address));
}

function choices(...values: readonly string[]) {
  return values.map((value) => ({ value, label: value }));
}
