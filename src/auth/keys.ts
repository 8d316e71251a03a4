/** Who holds a key: lookup by hash, so that no key is kept and no comparison tells how near a guess came. */
import { timingSafeEqual } from 'node:crypto';
import { type ApiKey, hashKey, longestKey } from './api-key.js';
import type { Viewer } from './viewer.js';

/** Answers the viewer of a key, or null when nobody holds it. */
export type KeyHolder = (bearer: string) => Viewer | null;

export function createKeyHolder(keys: readonly ApiKey[]): KeyHolder {
  const holders = new Map(
    keys.map(({ name, role, sha256, sources }) => {
      const viewer: Viewer = { name, role, sources };
      return [sha256, { hash: Buffer.from(sha256, 'hex'), viewer }];
    }),
  );
  return (bearer) => {
    if (bearer === '' || bearer.length > longestKey) return null;
    const hash = hashKey(bearer);
    const holder = holders.get(hash);
    return holder !== undefined && timingSafeEqual(holder.hash, Buffer.from(hash, 'hex')) ? holder.viewer : null;
  };
}
