/** Content coding as the vendor does it: gzip or deflate when asked for, and never on an unsuccessful call. */
import { deflateSync, gzipSync } from 'node:zlib';

export type Coding = 'gzip' | 'deflate';

/** The coding an `Accept-Encoding` header prefers; gzip on a tie, null when it wants neither. */
export function chooseCoding(header: string | undefined): Coding | null {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0);
  }
  const weight = (coding: Coding) => weights.get(coding) ?? weights.get('*') ?? 0;
  const best: Coding = weight('deflate') > weight('gzip') ? 'deflate' : 'gzip';
  return weight(best) > 0 ? best : null;
}

export function compress(text: string, coding: Coding): Buffer {
  return coding === 'gzip' ? gzipSync(text) : deflateSync(text);
}
