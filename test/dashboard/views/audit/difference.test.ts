import { describe, expect, it } from 'vitest';
import { differences } from '../../../../src/dashboard/views/audit/difference.js';

describe('the difference between before and after', () => {
  it('has what changed first, field by field, and says what was not there', () => {
    const before = { name: 'a', limits: { cores: 1, users: 2 } };
    const after = { name: 'a', limits: { cores: 3 }, peers: ['x', 'y'] };
    expect(differences(before, after)).toEqual([
      { field: 'limits.cores', before: '1', after: '3', isChanged: true },
      { field: 'limits.users', before: '2', after: null, isChanged: true },
      { field: 'peers', before: null, after: 'x, y', isChanged: true },
      { field: 'name', before: 'a', after: 'a', isChanged: false },
    ]);
    expect(differences(null, null)).toEqual([]);
  });
});
