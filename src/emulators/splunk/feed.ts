/** What an answer is before it is written as Atom or JSON. */

/** A `{}` is a map without entries; `null` is a value that is absent. */
export type Value = string | number | bigint | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export type Content = Readonly<Record<string, Value>>;

export type Acl = Readonly<Record<string, Value>>;

/** Relation and path, in the order they are written. */
export type Link = readonly [rel: string, href: string];

export interface Entry {
  readonly name: string;
  readonly path: string;
  readonly author: string;
  readonly links: readonly Link[];
  readonly acl: Acl;
  readonly content: Content;
}

export interface Paging {
  readonly total: number;
  readonly perPage: number;
  readonly offset: number;
}

export interface Feed {
  readonly title: string;
  /** Scheme and authority as the client named them; ids start with it. */
  readonly origin: string;
  readonly path: string;
  /** ISO 8601 with the server's offset. */
  readonly updated: string;
  readonly generator: { readonly build?: string; readonly version: string };
  readonly links: readonly Link[];
  readonly paging: Paging;
  readonly entries: readonly Entry[];
}

export interface Message {
  readonly type: 'INFO' | 'WARN' | 'ERROR';
  readonly text: string;
}

export type Body =
  | { readonly kind: 'feed'; readonly feed: Feed }
  | { readonly kind: 'messages'; readonly messages: readonly Message[] }
  | { readonly kind: 'session'; readonly sessionKey: string };

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Body;
}

export function refusal(status: number, text: string, type: Message['type'] = 'ERROR'): Reply {
  return { status, body: { kind: 'messages', messages: [{ type, text }] } };
}

/** A method this path does not take; `allowed` lists those it does. */
export function notAllowed(allowed: string): Reply {
  return { ...refusal(405, 'Method Not Allowed'), headers: { Allow: allowed } };
}

/** `2011-07-11T09:45:35-07:00`: no fraction, and the server's own offset even when it is zero. */
export function serverTime(now: Date, utcOffsetMinutes: number): string {
  const local = new Date(now.getTime() + utcOffsetMinutes * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(utcOffsetMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${utcOffsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
