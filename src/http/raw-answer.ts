/** Answers on a bare socket: to what is no HTTP, and to what would become a WebSocket. */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Refusal, refusalBody, refusalHeaders } from './refusal.js';

/** Sends the refusal and closes the connection. */
export function refuseRaw(socket: Duplex, refusal: Refusal, headers: Readonly<Record<string, string>>): void {
  const body = refusalBody(refusal);
  const lines = Object.entries({
    ...headers,
    ...refusalHeaders(refusal),
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const status = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`;
  socket.end(`${status}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
}

const BROKEN: Readonly<Record<string, Refusal>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'TIMEOUT', message: 'the request did not arrive in time' },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HEADERS_TOO_LARGE',
    message: 'the request headers are larger than 16 KiB',
  },
};

/** What is said to bytes that are no request, and to requests that do not arrive. */
export function brokenRequest(error: { readonly code?: string }): Refusal {
  return (
    BROKEN[error.code ?? ''] ?? { status: 400, code: 'BAD_REQUEST', message: 'the request cannot be read as HTTP' }
  );
}
