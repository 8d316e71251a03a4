import { describe, expect, it } from 'vitest';
import { LARGEST_INT, problemOfAmount, readAmount } from '../../../src/dashboard/actions/keygen/amounts.js';
import { KEPT, limitsInput, problemOfLimit } from '../../../src/dashboard/actions/keygen/limits.js';

describe('a limit in a form', () => {
  it('is absent when it is kept, null when it is left to the policy, and a number when it is set', () => {
    expect(limitsInput(KEPT)).toBeUndefined();
    const input = limitsInput({
      ...KEPT,
      maxMachines: { way: 'SET', text: '1,200' },
      maxUses: { way: 'SET', text: '7' },
      maxMemory: { way: 'SET', text: '16 GB' },
      maxCores: { way: 'POLICY', text: '4' },
    });
    expect(input).toEqual({ maxMachines: 1200, maxUses: '7', maxMemory: String(16n * 2n ** 30n), maxCores: null });
  });

  it('is refused before it is sent where it is no number, or one too large', () => {
    expect(problemOfLimit('maxMachines', { way: 'SET', text: 'many' })).toBe('A whole number, in digits.');
    expect(problemOfLimit('maxMachines', { way: 'SET', text: '4 GB' })).toBe('A whole number, in digits.');
    expect(problemOfLimit('maxMachines', { way: 'POLICY', text: 'many' })).toBeNull();
    expect(problemOfAmount(String(LARGEST_INT + 1n), LARGEST_INT)).toContain('At most 2,147,483,647');
    expect(problemOfAmount(String(LARGEST_INT), LARGEST_INT)).toBeNull();
  });

  it('is read exactly, whatever its size', () => {
    expect(readAmount('9007199254740993')).toBe(9007199254740993n);
    expect(readAmount('-1')).toBeNull();
    expect(readAmount('')).toBeNull();
    expect(readAmount('1.5 GB', true)).toBeNull();
  });
});
