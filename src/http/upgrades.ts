/** Requests that offer to go on in another protocol: Node hands all of them over once there are WebSockets. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

/** Those that were about the offer alone. */
const ABOUT_UPGRADES: ReadonlySet<string> = new Set(['upgrade', 'connection', 'http2-settings']);

/**
 * Answers a request whose offer is not taken as if it had made none (RFC 9110, 7.8): the server reads it once more, without
 * the offer. Java's own client offers HTTP/2 with its every first request.
 */
export function ignoreUpgrade(server: Server, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders } = request;
  const isLast = /\bclose\b/i.test(request.headers.connection ?? '');
  let text = `${method} ${url} HTTP/${httpVersion}\r\nConnection: ${isLast ? 'close' : 'keep-alive'}\r\n`;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (!ABOUT_UPGRADES.has(name.toLowerCase())) text += `${name}: ${rawHeaders[index + 1]}\r\n`;
  }
  socket.unshift(Buffer.concat([Buffer.from(`${text}\r\n`, 'latin1'), head]));
  server.emit(socket instanceof TLSSocket ? 'secureConnection' : 'connection', socket);
}
