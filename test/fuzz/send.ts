/** Sends a request as it is, wrong ones too: what fetch would refuse to send. */
import { Agent, request } from 'node:http';
import type { FuzzRequest } from './requests.js';

export interface FuzzAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** From sending it to the end of its answer. */
  readonly ms: number;
}

export interface Sender {
  send(request: FuzzRequest): Promise<FuzzAnswer>;
  close(): void;
}

/** A request that gets no answer at all rejects. */
export function createSender(url: string): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const { hostname, port } = new URL(url);
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const sentAt = performance.now();
        const length = body === null ? {} : { 'content-length': String(body.length) };
        const sent = request(
          { agent, hostname, port, method, path, headers: { ...headers, ...length } },
          (response) => {
            const parts: Buffer[] = [];
            response.on('data', (part: Buffer) => parts.push(part));
            response.on('error', reject);
            response.on('end', () =>
              resolve({
                status: response.statusCode ?? 0,
                type: response.headers['content-type'] ?? '',
                text: Buffer.concat(parts).toString('utf8'),
                ms: performance.now() - sentAt,
              }),
            );
          },
        );
        sent.on('error', reject);
        sent.end(body ?? undefined);
      }),
    close: () => agent.destroy(),
  };
}
