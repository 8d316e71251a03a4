/** What a request over HTTP asks to be run. */
import type { FastifyRequest } from 'fastify';
import type { AskedOperation } from '../graphql/context.js';

/** What a POST's body or a GET's query asks for; its form is checked by whoever reads it. */
export function askedOf({ method, body, query }: FastifyRequest): AskedOperation {
  const asked = method === 'GET' ? query : body;
  return typeof asked === 'object' && asked !== null ? asked : {};
}
