/** An answer's body as text: undoes the content coding the server names, never past the size cap. */
import type { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { SourceFailure } from '../domain/failure.js';

/**
 * Reads `body` to its end, as UTF-8. Throws SourceFailure BODY_TOO_LARGE past `maxBytes` decompressed (what follows is
 * neither read nor kept) and UNKNOWN_ENCODING; a damaged or cut-off body throws the stream's own error.
 */
export async function readBody(
  body: Readable,
  encoding: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  };
  const decoder = await decoderFor(body, encoding.trim().toLowerCase());
  try {
    if (decoder === null) await pipeline(body, collect, { signal });
    else await pipeline(body, decoder, collect, { signal });
  } catch (error) {
    // With a decoder in between, pipeline reports the abort that the collector's error caused, not the error itself.
    throw size > maxBytes ? tooLarge(maxBytes) : error;
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function decoderFor(body: Readable, encoding: string): Promise<Transform | null> {
  switch (encoding) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return (await startsAsZlib(body)) ? createInflate() : createInflateRaw();
    default:
      body.on('error', () => {}).destroy();
      throw new SourceFailure(
        'BAD_RESPONSE',
        'UNKNOWN_ENCODING',
        `the answer is encoded as "${encoding.slice(0, 40)}", which was not asked for`,
      );
  }
}

/** `deflate` is zlib by the standard and raw deflate in the wild: the low half of the first byte tells (RFC 1950, CM). */
async function startsAsZlib(body: Readable): Promise<boolean> {
  const first = await firstByte(body);
  return first === null || first % 16 === 8;
}

/** Looks at the first byte and puts it back; null at the end of an empty body. */
async function firstByte(body: Readable): Promise<number | null> {
  for (;;) {
    const chunk = body.read() as Buffer | null;
    if (chunk !== null && chunk.length > 0) {
      body.unshift(chunk);
      return chunk[0] ?? null;
    }
    if (body.readableEnded || body.destroyed) return null;
    const more = await readableOrEnd(body);
    if (!more) return null;
  }
}

function readableOrEnd(body: Readable): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void) => () => {
      body.off('readable', onReadable).off('end', onEnd).off('error', onError);
      outcome();
    };
    const onReadable = settle(() => resolve(true));
    const onEnd = settle(() => resolve(false));
    const onError = (error: Error) => settle(() => reject(error))();
    body.once('readable', onReadable).once('end', onEnd).once('error', onError);
  });
}

function tooLarge(maxBytes: number): SourceFailure {
  return new SourceFailure(
    'BAD_RESPONSE',
    'BODY_TOO_LARGE',
    `the answer is larger than ${maxBytes} bytes and was not read`,
  );
}
