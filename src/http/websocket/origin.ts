/** Which pages may open a WebSocket: a browser lets any page try, and tells in `Origin` which one it was. */
import type { IncomingHttpHeaders } from 'node:http';
import type { ServerOptions } from '../options.js';

/** Ours, one that is configured, or none at all, which is no browser's doing. */
export function isOriginAllowed(
  headers: IncomingHttpHeaders,
  server: Pick<ServerOptions, 'tls' | 'trustProxy' | 'cors'>,
): boolean {
  const { origin } = headers;
  if (origin === undefined || server.cors.includes('*') || server.cors.includes(origin)) return true;
  return origin === ownOrigin(headers, server);
}

/** Where the client thinks we are; null when its Host header is none. */
function ownOrigin(headers: IncomingHttpHeaders, server: Pick<ServerOptions, 'tls' | 'trustProxy'>): string | null {
  const forwarded = (name: string) => (server.trustProxy ? lastOf(headers[name]) : undefined);
  const scheme = forwarded('x-forwarded-proto') ?? (server.tls === null ? 'http' : 'https');
  const url = `${scheme}://${forwarded('x-forwarded-host') ?? headers.host}`;
  return URL.canParse(url) ? new URL(url).origin : null;
}

/** What the nearest proxy said: those before it may be made up. */
function lastOf(header: string | readonly string[] | undefined): string | undefined {
  const text = typeof header === 'string' ? header : header?.join(',');
  return text?.split(',').at(-1)?.trim();
}
