/** Whatever passes the wire check is normalized and evaluated without a throw, in units of its own. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluatedOf, NOW } from './support.js';

const odd = fc.oneof(
  fc.constantFrom(
    '',
    null,
    0,
    1,
    -1,
    0.5,
    '0',
    '5',
    '5.5',
    '-3',
    'MAX',
    'abc',
    2 ** 53,
    '18446744073709551616',
    true,
    'false',
    [],
    {},
  ),
  fc.integer({ min: 0, max: 2_000_000_000 }),
);
const name = fc.constantFrom('enterprise', 'Enterprise', 'free', 'p', 'q', 'g/h', 'toString', '__proto__', '');
const names = fc.oneof(fc.array(name, { maxLength: 3 }), odd);
const row = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.tuple(name, fc.record(fields, { requiredKeys: [] }));
const rowsOf = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.option(fc.array(row(fields), { maxLength: 4 }).map((rows) => Object.fromEntries(rows)));

const answers = fc.record({
  groups: rowsOf({ is_active: odd, stack_ids: names }),
  stacks: rowsOf({ label: odd, quota: odd, type: odd, max_violations: odd, window_period: odd, is_unlimited: odd }),
  licenses: rowsOf({
    stack_id: name,
    group_id: name,
    quota: odd,
    expiration_time: odd,
    status: odd,
    max_violations: odd,
  }),
  pools: rowsOf({
    stack_id: name,
    quota: odd,
    effective_quota: odd,
    used_bytes: odd,
    peers: names,
    peers_usage_bytes: fc.oneof(odd, fc.dictionary(name, odd)),
  }),
  peers: rowsOf({ label: odd, pool_ids: names, stack_ids: names, active_pool_ids: names, warning_count: odd }),
  messages: rowsOf({
    category: odd,
    create_time: odd,
    description: odd,
    pool_id: name,
    peer_id: name,
    stack_id: name,
    severity: odd,
  }),
  usage: rowsOf({ quota: odd, peers_usage_bytes: odd, slaves_usage_bytes: odd }),
});
const settings = fc.record({
  timeZone: fc.constantFrom(null, 'America/New_York'),
  strictPoolQuota: fc.boolean(),
  maxViolations: fc.constantFrom(null, 3),
  windowDays: fc.constantFrom(null, 30),
  enforcement: fc.constantFrom(null, 'HARD' as const, 'SOFT' as const),
});

it('evaluates any answer: one quota a subject and dimension, bytes and warnings never mixed', () => {
  fc.assert(
    fc.property(answers, settings, fc.nat(400), (parts, chosen, days) => {
      const later = new Date(NOW.getTime() + days * 86_400_000);
      const { quotas, snapshot } = evaluatedOf(parts as never, chosen, NOW, later);
      expect(new Set(quotas.map(({ id }) => id)).size).toBe(quotas.length);
      for (const quota of quotas) {
        expect(['INDEXED_BYTES_PER_DAY', 'WARNINGS']).toContain(quota.dimension);
        expect(quota.measure).toBe(quota.dimension === 'WARNINGS' ? 'ROLLING_WINDOW' : 'DAILY_COUNTER');
        expect(quota.reasons.length).toBeGreaterThan(0);
      }
      for (const peer of snapshot.peers) {
        const warnings = quotas.find((quota) => quota.subjectId === peer.id && quota.dimension === 'WARNINGS');
        if (days === 0 && peer.searchBlocked === true && warnings?.enforcement === 'HARD') {
          expect(['EXCEEDED', 'UNKNOWN']).toContain(warnings.state);
        }
      }
    }),
    { numRuns: 300 },
  );
});
