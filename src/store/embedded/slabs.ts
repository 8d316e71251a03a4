/** Bytes of many documents in few buffers: each buffer that is made by itself costs more than what is written into it. */
import * as BSON from 'bson';
import { bsonOptions, toStored } from '../codec.js';
import type { Doc } from '../repo.js';

const SLAB_BYTES = 256 * 1024;
/** As large as BSON's own, which refuses what is larger; only as much of it is taken as the largest document needs. */
const scratch = Buffer.allocUnsafeSlow(17 * 1024 * 1024);

export interface Slabs {
  /** The document's BSON; refuses what cannot be stored. */
  serialized(doc: Doc): Buffer;
  /** So many bytes, to be written to. */
  take(size: number): Buffer;
}

export function createSlabs(): Slabs {
  let slab = Buffer.alloc(0);
  let used = 0;
  function take(size: number): Buffer {
    if (used + size > slab.length) {
      slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, size));
      used = 0;
    }
    used += size;
    return slab.subarray(used - size, used);
  }
  return {
    take,
    serialized(doc) {
      const size = BSON.serializeWithBufferAndIndex(toStored(doc), scratch, bsonOptions) + 1;
      const bytes = take(size);
      scratch.copy(bytes, 0, 0, size);
      return bytes;
    },
  };
}
