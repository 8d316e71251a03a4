/** How a route is found, and what every handler shares: the row its path names, who may see it, and how it is shown. */
import type { Bearer } from './auth.js';
import { forbidden, notFound, type Refusal } from './errors.js';
import type { Json } from './json.js';
import type { Kind } from './kinds.js';
import type { Query } from './query.js';
import type { View } from './resources/document.js';
import type { Row } from './table.js';
import { type ApiVersion, inVersion } from './versions.js';

export interface Call extends View {
  readonly bearer: Bearer;
  readonly version: ApiVersion;
  readonly query: Query;
  /** Of the request as it came, without the query. */
  readonly path: string;
  /** What the pattern's `:id` stands for, decoded. */
  readonly id: string;
  /** Undefined when there is none; a GET's is never looked at. */
  readonly body: Json | undefined;
  /** Tells the account's webhook endpoints what has happened; `document` is that of the resource it happened to. */
  emit(event: string, document: object): void;
}

export type Answer = Success | Refusal;

export interface Success {
  readonly status: number;
  /** Null: an answer without a body (204). */
  readonly document: object | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: string;
  /** Segments; `:id` takes any one of them. */
  readonly pattern: readonly string[];
  /** Whether one may ask without any credentials. */
  readonly anonymous?: boolean;
  handle(call: Call): Answer;
}

export const ID = ':id';

/** The route of a method and path, with what `:id` stands for; undefined when there is none. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  segments: readonly string[],
): { readonly route: Route; readonly id: string } | undefined {
  for (const route of routes) {
    if (route.method !== method || route.pattern.length !== segments.length) continue;
    if (!route.pattern.every((part, place) => part === ID || part === segments[place])) continue;
    return { route, id: segments[route.pattern.indexOf(ID)] ?? '' };
  }
  return undefined;
}

/** The row of the call's id, or why there is none to be had. */
export function seek<T extends Row>(kind: Kind<T>, call: Call): T | Refusal {
  const refused = refusedKind(kind, call);
  if (refused !== null) return refused;
  const row = kind.find(call.id, call.state);
  return row === undefined || !isVisible(kind, row, call) ? notFound(`${kind.noun} '${call.id}'`) : row;
}

export function shown<T extends Row>(kind: Kind<T>, row: T, call: Call): Success {
  return { status: 200, document: { data: inVersion(call.version, kind.show(row, call)) } };
}

/** A new row: 201, with its path as Location. */
export function created<T extends Row>(kind: Kind<T>, row: T, call: Call): Success {
  const shownRow = kind.show(row, call);
  return {
    status: 201,
    document: { data: inVersion(call.version, shownRow) },
    headers: { location: shownRow.links.self },
  };
}

export function refusedKind<T extends Row>(kind: Kind<T>, call: Call): Refusal | null {
  if (call.bearer.kind === 'token' || kind.visibleTo !== undefined) return null;
  return forbidden('You do not have permission to complete the request');
}

export function isVisible<T extends Row>(kind: Kind<T>, row: T, { bearer, state }: Call): boolean {
  if (bearer.kind === 'token') return true;
  return bearer.kind === 'license' && kind.visibleTo?.(bearer.license, row, state) === true;
}
