/** Talks to a Keygen emulator over real HTTP, as an administrator unless told otherwise. */
import type { RunningKeygenEmulator } from '../../../src/emulators/keygen/index.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the document holds, and asserts on it.
  readonly body: any;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** `path` is taken as it is when it begins with a slash, else below the account `demo`. */
export async function ask(emulator: RunningKeygenEmulator, path: string, options: AskOptions = {}): Promise<Reply> {
  const url = `${emulator.url}${path.startsWith('/') ? path : `/v1/accounts/demo/${path}`}`;
  const response = await fetch(url, {
    method: options.method ?? 'GET',
    headers: { authorization: 'Bearer admin-demo', accept: 'application/vnd.api+json', ...options.headers },
    ...(options.body === undefined ? {} : { body: options.body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text === '' ? null : JSON.parse(text) };
}

export const ids = (reply: Reply): readonly string[] => reply.body.data.map((row: { id: string }) => row.id);
