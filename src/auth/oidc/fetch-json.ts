/** Reads a JSON document of an identity provider: within a time and a size, and from that address only. */
import { Agent, request } from 'undici';
import { isTrustworthy } from '../../domain/hosts.js';

export interface FetchOptions {
  /** PEM text; null: the system's authorities. */
  readonly ca: string | null;
  readonly timeoutMs: number;
}

export type FetchJson = (url: string) => Promise<unknown>;

/** A set of a hundred keys with their certificates is a fifth of it. */
const MOST_BYTES = 512 * 1024;

/** Each read rejects with an error whose message says what went wrong, for the log. */
export function createFetchJson({ ca, timeoutMs }: FetchOptions): FetchJson {
  // It is asked every few minutes at most: no connection is kept, so that none has to be closed.
  const dispatcher = new Agent({ pipelining: 0, connect: { timeout: timeoutMs, ...(ca === null ? {} : { ca }) } });
  return async (url) => {
    if (!isTrustworthy(url)) throw new Error('its address is not https');
    const signal = AbortSignal.timeout(timeoutMs);
    // Redirects are not followed: the keys decide who gets in, and come from where they were said to be.
    const { statusCode, body } = await request(url, {
      dispatcher,
      signal,
      headers: { accept: 'application/json, application/jwk-set+json', 'accept-encoding': 'identity' },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new Error(`the answer is larger than ${MOST_BYTES} bytes`);
      chunks.push(chunk);
    }
    if (statusCode !== 200) throw new Error(`it answered with status ${statusCode} where 200 was expected`);
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  };
}
