import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_QUOTA, parseQuota } from '../../src/domain/quota-text.js';

describe('a quota as text', () => {
  it('is MAX, bytes, or KB, MB and GB of 1024', () => {
    expect(parseQuota('MAX')).toBe('MAX');
    expect(parseQuota('552428800')).toBe(552_428_800n);
    expect(parseQuota('1KB')).toBe(1024n);
    expect(parseQuota('50MB')).toBe(52_428_800n);
    expect(parseQuota('10GB')).toBe(10_737_418_240n);
    expect(parseQuota('0010GB')).toBe(10_737_418_240n);
  });

  it('is 1 to 2^63 - 1 bytes', () => {
    expect(parseQuota('1')).toBe(1n);
    expect(parseQuota('9223372036854775807')).toBe(LARGEST_QUOTA);
    expect(parseQuota('8589934591GB')).toBe(8_589_934_591n * 1024n ** 3n);
    for (const text of ['0', '0GB', '000', '9223372036854775808', '8589934592GB', '9'.repeat(1_000_000)]) {
      expect(parseQuota(text), text.slice(0, 30)).toBeNull();
    }
  });

  it.each([
    ...['', ' ', 'max', 'Max', 'MAX ', ' 5', '5 ', '5 GB', '5gb', '5Gb', '5TB', '5B', 'GB', '5GBGB', '5MAX'],
    ...['-5', '+5', '5.5', '5,5', '1_000', '0x10', '1e3', '5n', 'NaN', '٥', '５GB', '5\n', '5GB\n', 'unlimited'],
  ])('is not %j', (text) => {
    expect(parseQuota(text)).toBeNull();
  });

  it('takes no time over a text as long as a request', () => {
    const zeros = '0'.repeat(1_000_000);
    expect(parseQuota(`${zeros}5GB`)).toBe(5n * 1024n ** 3n);
    expect(parseQuota(`${zeros}x`)).toBeNull();
  });

  it('never throws, and never yields a number out of bounds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{0,25}(KB|MB|GB)?$/)), (text) => {
        const quota = parseQuota(text);
        if (typeof quota === 'bigint') expect(quota >= 1n && quota <= LARGEST_QUOTA).toBe(true);
      }),
    );
  });

  it('reads back every number of bytes', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, LARGEST_QUOTA), (bytes) => {
        expect(parseQuota(String(bytes))).toBe(bytes);
      }),
    );
  });
});
