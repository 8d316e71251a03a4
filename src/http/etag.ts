/** Answers that who asks has already. */
import type { FastifyRequest } from 'fastify';

/** Whether If-None-Match names this tag. Weak or not makes no difference (RFC 9110, 13.1.2): a proxy may have made it weak. */
export function isKnown({ headers }: FastifyRequest, tag: string): boolean {
  const known = (headers['if-none-match'] ?? '').split(',').map((each) => opaque(each.trim()));
  return known.includes('*') || known.includes(opaque(tag));
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}
