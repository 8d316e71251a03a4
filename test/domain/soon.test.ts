import { describe, expect, it } from 'vitest';
import { whenThere } from '../../src/domain/soon.js';

describe('a value that may be there already', () => {
  it('is used at once when it is', () => {
    expect(whenThere(1, (value) => value + 1)).toBe(2);
  });

  it('is used when it comes', async () => {
    const later = whenThere(Promise.resolve(1), (value) => value + 1);
    expect(later).toBeInstanceOf(Promise);
    expect(await later).toBe(2);
  });

  it('passes on why it never comes, and what goes wrong with it', async () => {
    await expect(whenThere(Promise.reject(new Error('gone')), () => 1)).rejects.toThrow('gone');
    const fail = () => {
      throw new Error('no use');
    };
    await expect(whenThere(Promise.resolve(1), fail)).rejects.toThrow('no use');
    expect(() => whenThere(1, fail)).toThrow('no use');
  });
});
