import { describe, expect, it } from 'vitest';
import type { QuietTime } from '../../src/alerts/options.js';
import { quietUntil } from '../../src/alerts/quiet.js';
import type { MessageSeverity } from '../../src/domain/vocabulary.js';

const DAILY = [0, 1, 2, 3, 4, 5, 6];
const SATURDAY = [6];
const berlin = (fields: Partial<QuietTime> = {}): QuietTime => ({
  days: DAILY,
  from: 22 * 60,
  to: 7 * 60,
  timeZone: 'Europe/Berlin',
  below: null,
  channels: null,
  ...fields,
});
const until = (at: string, quiet: readonly QuietTime[], severity: MessageSeverity = 'WARN') =>
  quietUntil(new Date(at), 'ops', severity, quiet)?.toISOString() ?? null;

describe('a quiet time', () => {
  it('goes through midnight', () => {
    expect(until('2026-01-15T20:59:59Z', [berlin()])).toBe(null);
    expect(until('2026-01-15T21:00:00Z', [berlin()])).toBe('2026-01-16T06:00:00.000Z');
    expect(until('2026-01-16T05:59:59Z', [berlin()])).toBe('2026-01-16T06:00:00.000Z');
    expect(until('2026-01-16T06:00:00Z', [berlin()])).toBe(null);
  });

  it('begins on its days, and ends on the day after where it goes through midnight', () => {
    const quiet = [berlin({ days: SATURDAY })];
    // The 17th is a Saturday; the morning of that day belongs to Friday's night.
    expect(until('2026-01-17T03:00:00Z', quiet)).toBe(null);
    expect(until('2026-01-17T22:00:00Z', quiet)).toBe('2026-01-18T06:00:00.000Z');
    expect(until('2026-01-18T03:00:00Z', quiet)).toBe('2026-01-18T06:00:00.000Z');
    expect(until('2026-01-18T22:00:00Z', quiet)).toBe(null);
  });

  it('may be whole days, and goes on where the next one begins', () => {
    const weekend = berlin({ days: [6, 0], from: 0, to: 24 * 60 });
    expect(until('2026-01-17T12:00:00Z', [weekend])).toBe('2026-01-18T23:00:00.000Z');
    expect(until('2026-01-17T12:00:00Z', [weekend, berlin()])).toBe('2026-01-19T06:00:00.000Z');
  });

  it('ends by the wall clock in the nights in which clocks change', () => {
    // Forward on 29 March at 02:00: the night is an hour shorter. Back on 25 October at 03:00: an hour longer.
    expect(until('2026-03-28T21:00:00Z', [berlin()])).toBe('2026-03-29T05:00:00.000Z');
    expect(until('2026-10-24T20:00:00Z', [berlin()])).toBe('2026-10-25T06:00:00.000Z');
  });

  it('may begin or end at a time that the clocks leave out, or show twice', () => {
    const early = berlin({ from: 60, to: 150 });
    expect(until('2026-03-29T00:30:00Z', [early])).toBe('2026-03-29T01:30:00.000Z');
    expect(until('2026-10-24T23:30:00Z', [early])).toBe('2026-10-25T00:30:00.000Z');
    const late = berlin({ from: 23 * 60, to: 23 * 60 + 30 });
    expect(until('2026-03-29T21:10:00Z', [late])).toBe('2026-03-29T21:30:00.000Z');
    expect(until('2026-10-25T22:10:00Z', [late])).toBe('2026-10-25T22:30:00.000Z');
  });

  it('is by the zone that it names', () => {
    expect(until('2026-07-01T03:00:00Z', [berlin({ timeZone: 'America/New_York' })])).toBe('2026-07-01T11:00:00.000Z');
  });

  it('lets pass what is as grave as its bound, or graver', () => {
    const quiet = [berlin({ below: 'WARN' })];
    expect(until('2026-01-15T23:00:00Z', quiet, 'INFO')).not.toBe(null);
    expect(until('2026-01-15T23:00:00Z', quiet, 'WARN')).toBe(null);
    expect(until('2026-01-15T23:00:00Z', quiet, 'ERROR')).toBe(null);
    expect(until('2026-01-15T23:00:00Z', [berlin()], 'ERROR')).not.toBe(null);
  });

  it('is for the channels that it names', () => {
    expect(until('2026-01-15T23:00:00Z', [berlin({ channels: ['ops'] })])).not.toBe(null);
    expect(until('2026-01-15T23:00:00Z', [berlin({ channels: ['other'] })])).toBe(null);
  });

  it('that never ends holds nothing for longer than a week', () => {
    const always = berlin({ from: 0, to: 24 * 60 });
    expect(until('2026-01-15T12:00:00Z', [always])).toBe('2026-01-22T12:00:00.000Z');
  });
});
