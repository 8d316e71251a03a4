/** `/graphiql` and its files: static, cacheable, and allowed to load nothing from anywhere else. They hold nothing of the schema. */
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../../auth/authenticate.js';
import { requireKey } from '../authentication.js';
import { isKnown } from '../etag.js';
import { exampleQuery } from '../example-query.js';
import { assetPaths, createAssets } from './assets.js';

/** Styles inline because the editor (Monaco) makes style elements; scripts and workers only as files of this server. */
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

export function addGraphiqlRoutes(app: FastifyInstance, authenticate: Authenticate): void {
  // The page tries its key with it.
  app.get('/graphiql/example', { onRequest: requireKey(authenticate) }, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(exampleQuery),
  );
  const assetAt = createAssets();
  for (const path of assetPaths) {
    app.get(`/${path}`, async (request, reply) => {
      const asset = await assetAt(path);
      reply.headers({
        'content-security-policy': POLICY,
        // Asked for again each time, which the ETag makes one short round trip.
        'cache-control': 'no-cache',
        etag: asset.etag,
        vary: 'accept-encoding, origin',
      });
      if (isKnown(request, asset.etag)) return reply.code(304).send();
      reply.type(asset.contentType);
      if (!acceptsGzip(request.headers['accept-encoding'])) return asset.plain;
      return reply.header('content-encoding', 'gzip').send(asset.gzipped);
    });
  }
}

function acceptsGzip(header: string | undefined): boolean {
  return /(^|[\s,])(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(header ?? '');
}
