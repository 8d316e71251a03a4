/** Answers that are written piece by piece, as their readers take them. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { FastifyReply } from 'fastify';

/** Takes the answer out of Fastify's hands, with the headers that it has by now and these. */
export function beginRaw(reply: FastifyReply, headers: Readonly<Record<string, string>>): ServerResponse {
  const all = reply.headers(headers).getHeaders();
  reply.hijack();
  for (const [name, value] of Object.entries(all)) if (value !== undefined) reply.raw.setHeader(name, value);
  reply.raw.statusCode = 200;
  return reply.raw;
}

/** Resolves when there is room for more, or nobody is there any more. */
export async function drained(response: ServerResponse): Promise<void> {
  if (response.destroyed) return;
  const waited = new AbortController();
  const until = (event: string) => once(response, event, { signal: waited.signal }).catch(() => {});
  await Promise.race([until('drain'), until('close')]);
  waited.abort();
}

/** Ends it so that nobody takes it for complete: over HTTP/1.0, where the connection's plain end would say that it is, by a reset. */
export function cut(response: ServerResponse): void {
  const { req, socket } = response;
  if (req.httpVersion === '1.0' && socket !== null && !(socket instanceof TLSSocket)) socket.resetAndDestroy();
  response.destroy();
}
