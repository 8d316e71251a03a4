/** Chance that comes out the same every time: numbers, ids and keys from one seed. */

export interface Random {
  /** From 0 up to but not including `below`. */
  int(below: number): number;
  /** True once in `times`. */
  oneIn(times: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
  uuid(): string;
  /** In the form of the vendor's sample: six-digit groups and a version mark. */
  licenseKey(): string;
}

export function createRandom(seed: number): Random {
  const next = splitMix(seed);
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits) text += next().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  const int = (below: number): number => Math.floor((next() / 2 ** 32) * below);
  return {
    int,
    oneIn: (times) => int(times) === 0,
    pick: (choices) => choices[int(choices.length)] ?? choices[0],
    uuid() {
      const variant = '89ab'[int(4)] ?? '8';
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
    },
    licenseKey() {
      const groups = Array.from({ length: 5 }, () => hex(6).toUpperCase());
      return `${groups.join('-')}-V3`;
    },
  };
}

/** SplitMix32: small, fast, and good enough to look like a real estate. */
function splitMix(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}
