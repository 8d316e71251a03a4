/** A real server that alerts are sent to: it keeps what came, and answers what the test has it answer. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AlertOptions, AlertRule, ChannelOptions } from '../../src/alerts/options.js';

export interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AlertReceiver {
  readonly url: string;
  /** What came, in order. */
  readonly received: readonly Received[];
  /** How the next is answered; null: not at all. */
  answer: (received: Received) => Answer | null;
  /** Resolves when so many have come. */
  count(wanted: number): Promise<void>;
  close(): Promise<void>;
}

export const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export const noAlerts: AlertOptions = { channels: [], rules: [], quiet: [] };

/** Every message that is raised, to every channel. */
export const anyRule: AlertRule = {
  channels: null,
  severities: null,
  categories: null,
  sources: null,
  label: null,
  origins: null,
  cleared: false,
};

export async function startAlertReceiver(): Promise<AlertReceiver> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const one = {
        id: String(request.headers['webhook-id']),
        headers: request.headers,
        body,
        event: JSON.parse(body),
      };
      received.push(one);
      const answer = self.answer(one);
      if (answer !== null) response.writeHead(answer.status, answer.headers).end('kept');
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const self: AlertReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?sig=secret-in-the-query`,
    received,
    answer: () => ({ status: 204 }),
    count(wanted) {
      return new Promise((resolve) => {
        const look = () => {
          if (received.length < wanted) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return self;
}

export function channelTo(url: string, fields: Partial<ChannelOptions> = {}): ChannelOptions {
  return { name: 'ops', url, secret: SECRET, timeoutMs: 5_000, headers: {}, ...fields };
}
