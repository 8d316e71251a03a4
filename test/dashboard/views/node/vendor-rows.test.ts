import { describe, expect, it } from 'vitest';
import { changedRows, vendorRows } from '../../../../src/dashboard/views/node/vendor-rows.js';

describe('what a vendor sent, as rows', () => {
  it('opens objects and lists of objects, and keeps every value as it came', () => {
    expect(
      vendorRows({
        quota: '10737418240',
        'eai:acl': { app: null, perms: { read: ['admin', 'user'] } },
        rows: [{ a: 0 }],
      }),
    ).toEqual([
      { path: 'quota', value: '10737418240' },
      { path: 'eai:acl.app', value: 'null' },
      { path: 'eai:acl.perms.read', value: 'admin, user' },
      { path: 'rows[0].a', value: '0' },
    ]);
  });

  it('tells of what is empty', () => {
    expect(vendorRows({ list: [], object: {}, text: '' })).toEqual([
      { path: 'list', value: 'an empty list' },
      { path: 'object', value: 'nothing in it' },
      { path: 'text', value: '""' },
    ]);
    expect(vendorRows({})).toEqual([]);
  });
});

describe('what something was like before and after', () => {
  it('marks what is another, what came and what went', () => {
    expect(changedRows({ quota: '1', peers: ['a'], gone: true }, { quota: '2', peers: ['a'], come: 1 })).toEqual([
      { path: 'quota', before: '1', after: '2', isChanged: true },
      { path: 'peers', before: 'a', after: 'a', isChanged: false },
      { path: 'gone', before: 'true', after: null, isChanged: true },
      { path: 'come', before: null, after: '1', isChanged: true },
    ]);
  });

  it('calls nothing changed where one of the two is not known', () => {
    expect(changedRows({ quota: '1' }, null)).toEqual([{ path: 'quota', before: '1', after: null, isChanged: false }]);
  });
});
