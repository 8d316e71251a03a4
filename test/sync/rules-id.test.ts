import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeId, rulesId } from '../../src/sync/rules-id.js';

it('is another when a line of the code is, and else the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'license-gateway-rules-'));
  try {
    const idWith = (text: string) => {
      writeFileSync(join(folder, 'rule.ts'), text);
      return codeId([folder]);
    };
    const first = idWith('export const limit = 1;');
    expect(idWith('export const limit = 2;')).not.toBe(first);
    expect(idWith('export const limit = 1;')).toBe(first);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('finds the code that it is about', () => {
  expect(rulesId()).not.toBe(codeId([]));
});
