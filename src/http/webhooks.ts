/** `POST /webhooks/<source>`: what vendors tell of by themselves. No key is asked for: the vendor's signature is the credential. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Webhooks } from '../sync/webhooks.js';
import { refuse } from './refusal.js';

export type WebhookReceiver = Pick<Webhooks, 'takes' | 'receive'>;

interface Route {
  readonly Params: { readonly source: string };
  readonly Body: Buffer | undefined;
}

const CONTENT_TYPES = ['application/json', 'application/vnd.api+json'];
const CHALLENGE = 'Signature realm="license-gateway", headers="(request-target) host date digest"';

export async function addWebhookRoute(app: FastifyInstance, webhooks: WebhookReceiver): Promise<void> {
  await app.register(async (scope) => {
    // The signature is over the bytes as they came, so nothing may parse them before it is verified.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(CONTENT_TYPES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.post<Route>(
      '/webhooks/:source',
      {
        async onRequest(request, reply) {
          // The same for a source that is not there and for one without a key: what there is, is not told.
          return webhooks.takes(request.params.source) ? undefined : unknownSource(reply);
        },
      },
      (request, reply) => {
        const result = webhooks.receive(request.params.source, {
          method: request.method,
          target: request.url,
          host: request.host,
          headers: request.headers,
          body: request.body ?? Buffer.alloc(0),
        });
        if (result.kind === 'taken') return reply.code(204).send();
        const { message } = result;
        if (result.code === 'UNREADABLE') return refuse(reply, { status: 400, code: 'BAD_REQUEST', message });
        reply.header('www-authenticate', CHALLENGE);
        return refuse(reply, { status: 401, code: 'UNAUTHENTICATED', message });
      },
    );
  });
}

function unknownSource(reply: FastifyReply): FastifyReply {
  return refuse(reply, {
    status: 404,
    code: 'NOT_FOUND',
    message:
      'no source of this name takes webhooks; check the name at the end of the address, and that its settings.webhookPublicKey is set',
  });
}
