/** Files of a page, all from this machine: read once, compressed once, kept in both forms, and allowed to load nothing from elsewhere. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnown } from './etag.js';

export interface FileContent {
  readonly contentType: string;
  readonly content: string | Buffer;
}

export interface StaticFile {
  readonly contentType: string;
  /** Strong, of the compressed bytes; quoted as the header wants it. */
  readonly etag: string;
  readonly gzipped: Buffer;
  /** Kept as well: unpacked anew for each client, it would take the memory that many of them like. */
  readonly plain: Buffer;
}

/** Scripts and workers only as files of this server; styles inline too, because editors and component kits make style elements. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Asked for again each time, which the ETag makes one short round trip. */
const ASKED_AGAIN = 'no-cache';
/** For files whose name changes with what is in them. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Answers a file by its path, made at its first request: a page that nobody opens takes no memory. */
export function createStaticFiles(read: (path: string) => Promise<FileContent>): (path: string) => Promise<StaticFile> {
  const made = new Map<string, Promise<StaticFile>>();
  return (path) => {
    const known = made.get(path);
    if (known !== undefined) return known;
    const file = makeFile(read(path));
    made.set(path, file);
    // What could not be read is tried again when it is asked for again.
    file.catch(() => made.delete(path));
    return file;
  };
}

export function sendStaticFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: StaticFile,
  { neverChanges = false } = {},
): FastifyReply {
  reply.headers({
    'content-security-policy': POLICY,
    'cache-control': neverChanges ? FOR_EVER : ASKED_AGAIN,
    etag: file.etag,
    vary: 'accept-encoding, origin',
  });
  if (isKnown(request, file.etag)) return reply.code(304).send();
  reply.type(file.contentType);
  if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(file.plain);
  return reply.header('content-encoding', 'gzip').send(file.gzipped);
}

async function makeFile(read: Promise<FileContent>): Promise<StaticFile> {
  const { contentType, content } = await read;
  const plain = Buffer.from(content);
  const gzipped = await promisify(gzip)(plain, { level: constants.Z_DEFAULT_COMPRESSION });
  const hash = createHash('sha256').update(gzipped).digest('base64url').slice(0, 27);
  return { contentType, etag: `"${hash}"`, gzipped, plain };
}

function acceptsGzip(header: string | undefined): boolean {
  return /(^|[\s,])(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(header ?? '');
}
