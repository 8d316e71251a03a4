import { describe, expect, it } from 'vitest';
import { exportAddress, isExported } from '../../../src/dashboard/parts/export-address.js';

describe('the address of an export', () => {
  it('has the filter and the order of the table', () => {
    expect(
      exportAddress({
        connection: 'dataUsages',
        filter: { sources: ['a', 'b'], search: 'x & y', licensed: false, poolId: null, kinds: [] },
        orderBy: { field: 'NAME', direction: 'DESC' },
      }),
    ).toBe('/export/data-usages.csv?sources=a&sources=b&search=x+%26+y&licensed=false&order=NAME.DESC');
  });

  it('is short where nothing is asked for', () => {
    expect(exportAddress({ connection: 'licenses', filter: {}, orderBy: null })).toBe('/export/licenses.csv');
  });

  it('is there for the connections that are exported', () => {
    expect(['licenses', 'dataUsages', 'groups', 'toString'].filter(isExported)).toEqual(['licenses', 'dataUsages']);
  });
});
