import { describe, expect, it } from 'vitest';
import { tallied } from '../../src/graphql/tallies.js';

const tally = {
  total: { licenses: 7, groups: 2 },
  licenses: { ACTIVE: 4, EXPIRED: 2, SUSPENDED: 1 },
  quotas: { OK: 3 },
  messages: { WARN: 5, ERROR: 1 },
};

describe('a tally tells how many', () => {
  it.each([
    ['Group', {}, 2],
    ['Stack', {}, 0],
    ['License', { status: { in: ['ACTIVE', 'SUSPENDED', 'ACTIVE'] } }, 5],
    ['License', { status: { in: [] } }, 0],
    ['Quota', { state: { in: ['CRITICAL'] } }, 0],
    ['Message', { active: true }, 6],
    ['Message', { severity: { in: ['WARN'] }, active: true }, 5],
  ] as const)('%s with %j: %i', (concept, where, count) => {
    expect(tallied(concept, where)?.(tally)).toBe(count);
  });
});

describe('a tally does not tell', () => {
  it.each([
    ['License', { status: { in: ['ACTIVE'] }, groupId: 'Group:east:g' }],
    ['License', { status: { in: ['ACTIVE'] }, expiresAt: { lt: new Date(0) } }],
    ['License', { status: 'ACTIVE' }],
    ['Pool', { state: { in: ['OK'] } }],
    ['Message', { severity: { in: ['WARN'] } }],
    ['Message', { active: false }],
    ['AuditEntry', {}],
  ] as const)('%s with %j', (concept, where) => {
    expect(tallied(concept, where)).toBeNull();
  });
});
