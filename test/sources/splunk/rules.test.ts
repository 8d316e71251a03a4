/** The small pure rules: settings, days, violations, values and Atom. */
import { describe, expect, it } from 'vitest';
import { splunkSource } from '../../../src/sources/splunk/index.js';
import { offsetOf, skewOf } from '../../../src/sources/splunk/offset.js';
import { wireValue } from '../../../src/sources/splunk/value.js';
import {
  isSearchBlocked,
  type StackTerms,
  type ViolationSettings,
  violationRule,
} from '../../../src/sources/splunk/violations.js';
import { feedFrom } from './support.js';

describe('settings', () => {
  it('have defaults that suit a server as it is delivered', () => {
    const defaults = {
      timeZone: null,
      strictPoolQuota: true,
      maxViolations: null,
      windowDays: null,
      enforcement: null,
    };
    expect(splunkSource.settings.parse({})).toEqual(defaults);
    expect(splunkSource.settings.parse(undefined)).toEqual(defaults);
  });

  it.each(['America/New_York', 'UTC', 'Etc/GMT+7', null])('take the zone %s', (timeZone) => {
    expect(splunkSource.settings.parse({ timeZone }).timeZone).toBe(timeZone);
  });

  it.each(['Mars/Olympus', 'new york', '-07:00', ''])('refuse the zone "%s" by name', (timeZone) => {
    const result = splunkSource.settings.safeParse({ timeZone });
    expect(result.error?.issues).toMatchObject([
      { path: ['timeZone'], message: expect.stringContaining(`there is no time zone "${timeZone}"`) },
    ]);
  });

  it.each([
    { maxViolations: 0 },
    { windowDays: 1.5 },
    { enforcement: 'hard' },
    { strictPoolQuota: 'yes' },
    { strict: true },
  ])('refuse %j', (settings) => {
    expect(splunkSource.settings.safeParse(settings).success).toBe(false);
  });

  it('belong to a source that takes a password or a token', () => {
    expect(splunkSource).toMatchObject({
      kind: 'splunk',
      defaultSyncInterval: '60s',
      authForms: ['password', 'token'],
    });
  });
});

describe('the offset of a feed', () => {
  it.each([
    ['2011-07-11T09:45:35-07:00', '-07:00'],
    ['2026-10-09T06:15:00.123+0530', '+05:30'],
    ['2026-10-09T06:15:00Z', '+00:00'],
    ['2026-10-09T06:15:00', null],
    [null, null],
  ])('of %s is %s', (updated, offset) => {
    expect(offsetOf(updated)).toBe(offset);
  });
});

describe('the violation rule', () => {
  const stack: StackTerms = {
    name: 's',
    quotaBytes: 50n * 1024n ** 3n,
    isUnlimited: false,
    maxViolations: 5,
    windowPeriod: 30,
    licenses: [],
  };
  const settings: ViolationSettings = {
    maxViolations: null,
    windowDays: null,
    enforcement: null,
    enforcementDisabled: false,
  };
  const rule = (more: Partial<StackTerms> = {}, by: Partial<ViolationSettings> = {}) =>
    violationRule({ ...stack, ...more }, { ...settings, ...by });

  it('takes the numbers of the stack, else of its strictest license, unless the settings say otherwise', () => {
    const licenses = [
      { maxViolations: 45, windowPeriod: 60 },
      { maxViolations: 3, windowPeriod: 30 },
      { maxViolations: null, windowPeriod: null },
    ];
    expect(rule({ licenses })).toMatchObject({ maxViolations: 5, windowDays: 30 });
    expect(rule({ licenses, maxViolations: null, windowPeriod: 0 })).toMatchObject({
      maxViolations: 3,
      windowDays: 60,
    });
    expect(rule({ licenses }, { maxViolations: 45, windowDays: 90 })).toMatchObject({
      maxViolations: 45,
      windowDays: 90,
    });
    expect(rule({ maxViolations: null, windowPeriod: null })).toMatchObject({ maxViolations: null, windowDays: null });
  });

  it.each([
    [{}, {}, true],
    [{ quotaBytes: 100n * 1024n ** 3n - 1n }, {}, true],
    [{ quotaBytes: 100n * 1024n ** 3n }, {}, false],
    [{ isUnlimited: true }, {}, false],
    [{ quotaBytes: null }, {}, null],
    [{}, { enforcementDisabled: true }, false],
    [{}, { enforcementDisabled: null }, null],
    [{ isUnlimited: true }, { enforcementDisabled: null }, false],
    [{ isUnlimited: true }, { enforcement: 'HARD' as const }, true],
    [{}, { enforcement: 'SOFT' as const }, false],
  ])('of %o under %o is enforced: %s', (more, by, enforced) => {
    const found = rule(more, by);
    expect(found.enforced).toBe(enforced);
    expect(found.reasons).toHaveLength(2);
  });

  it('blocks search on reaching the maximum, where it is enforced', () => {
    expect([4, 5, 6].map((count) => isSearchBlocked(count, [rule()]))).toEqual([false, true, true]);
    expect(isSearchBlocked(50, [rule({ isUnlimited: true })])).toBe(false);
    expect(isSearchBlocked(null, [rule({ isUnlimited: true })])).toBe(false);
    expect(isSearchBlocked(null, [rule()])).toBeNull();
    expect(isSearchBlocked(5, [])).toBeNull();
    expect(isSearchBlocked(5, [rule({ isUnlimited: true }), rule()])).toBe(true);
    expect(isSearchBlocked(5, [rule({ maxViolations: 9 }), rule({ maxViolations: null })])).toBeNull();
  });
});

describe('values', () => {
  it('are text as Atom spells it, whatever JSON had', () => {
    const value = {
      a: true,
      b: false,
      c: 5,
      d: 1.5,
      e: 10n ** 20n,
      f: '',
      g: ' ',
      h: {},
      i: [],
      j: [null, ''],
      k: { l: 1e21 },
    };
    expect(wireValue(value)).toEqual({
      a: '1',
      b: '0',
      c: '5',
      d: '1.5',
      e: '100000000000000000000',
      f: null,
      g: null,
      h: null,
      i: [],
      j: [null, null],
      k: { l: '1000000000000000000000' },
    });
  });

  it('of Atom are decoded once: entities, references and CDATA', () => {
    const key = (text: string) => `<s:key name="a &amp; b">${text}</s:key>`;
    const decoded = (text: string) =>
      feedFrom(
        `<feed xmlns:s="s"><entry><title>t</title><content><s:dict>${key(text)}</s:dict></content></entry></feed>`,
      ).entries[0]?.fields?.['a & b'];
    expect(decoded('&lt;b&gt; &amp;amp; &quot;x&apos; &#65;&#x42; &nbsp; &#0; &#x110000;')).toBe(
      '<b> &amp; "x\' AB &nbsp; &#0; &#x110000;',
    );
    expect(decoded('\n <![CDATA[<x> &amp; ]]>\n')).toBe('<x> &amp; ');
    expect(decoded('  padded ')).toBe('  padded ');
    expect(decoded('\n <!-- note -->\n')).toBeNull();
    expect(decoded('<s:dict><s:key name="__proto__">x</s:key></s:dict>')).toEqual(JSON.parse('{"__proto__":"x"}'));
  });
});

describe("the difference of the manager's clock", () => {
  it.each([
    ['2026-10-09T06:20:30+00:00', 300_000],
    ['2026-10-08T23:10:30-07:00', -300_000],
    ['2026-10-09T06:16:00+00:00', 0],
    ['2011-07-11T09:45:35-07:00', 0],
    ['2026-10-09T06:20:30', 0],
    ['never Z', 0],
    [null, 0],
  ])('with the feed of %s is %i ms', (updated, skew) => {
    expect(skewOf(updated, new Date('2026-10-09T06:15:30Z'))).toBe(skew);
  });
});
