/** `/graphiql` and its files, which hold nothing of the schema. */
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../../auth/authenticate.js';
import { requireKey } from '../authentication.js';
import { exampleOperations } from '../example-operations.js';
import { createStaticFiles, sendStaticFile } from '../static-files.js';
import { assetPaths, readAsset } from './assets.js';

export function addGraphiqlRoutes(app: FastifyInstance, authenticate: Authenticate): void {
  // The page tries its key with them.
  app.get('/graphiql/examples', { onRequest: requireKey(authenticate) }, (_request, reply) =>
    reply.send(exampleOperations),
  );
  const fileAt = createStaticFiles(readAsset);
  for (const path of assetPaths) {
    app.get(`/${path}`, async (request, reply) => sendStaticFile(request, reply, await fileAt(path)));
  }
}
