import { describe, expect, it } from 'vitest';
import { problemOfFile, problemOfText, readAsBase64 } from '../../../src/dashboard/parts/license-file.js';
import { largestBody } from '../../../src/http/refusal.js';

describe('a license file on its way to the gateway', () => {
  it('fits into what the gateway takes, in base64 and with the operation around it', () => {
    let most = 0;
    for (let step = largestBody; step >= 1; step = Math.floor(step / 2)) {
      while (problemOfFile('a', most + step) === null) most += step;
    }
    const sent = Math.ceil(most / 3) * 4;
    expect(sent).toBeLessThan(largestBody - 4096);
    expect(sent).toBeGreaterThan(largestBody - 16_384);
    expect(problemOfFile('big.lic', most + 1)).toContain('big.lic has');
  });

  it('is refused when it is empty', () => {
    expect(problemOfFile('none.lic', 0)).toContain('none.lic is empty');
    expect(problemOfText(' \n')).toContain('Paste the text');
  });

  it('counts a pasted text as JSON carries it', () => {
    expect(problemOfText('a'.repeat(1_000_000))).toBeNull();
    expect(problemOfText('"'.repeat(600_000))).toContain('The text has');
  });

  it('travels byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) % 256);
    expect(Buffer.from(await readAsBase64(new Blob([bytes])), 'base64').equals(bytes)).toBe(true);
  });
});
