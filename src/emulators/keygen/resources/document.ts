/** The bits every JSON:API resource of Keygen is made of: linkage, links, timestamps, 64-bit integers. */
import type { Json } from '../json.js';
import type { KeygenState } from '../state.js';

export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly links: { readonly self: string };
  readonly attributes: Readonly<Record<string, Json>>;
  readonly relationships: Readonly<Record<string, Relationship>>;
}

/** A to-many relationship never embeds its data; that is the vendor's habit. */
export interface Relationship {
  readonly links: { readonly related: string };
  readonly data?: Linkage | null;
  readonly meta?: Readonly<Record<string, Json>>;
}

export interface Linkage {
  readonly type: string;
  readonly id: string;
}

/** What a resource is seen from. */
export interface View {
  readonly state: KeygenState;
  readonly now: Date;
}

export interface Parts {
  readonly attributes: Resource['attributes'];
  readonly relationships: (self: string) => Resource['relationships'];
}

/** Links are paths without a host and always carry the account's id, whichever form of the URL was asked. */
export function resource(view: View, type: string, id: string, parts: Parts): Resource {
  const account = `/v1/accounts/${view.state.account.id}`;
  const self = `${account}/${type}/${id}`;
  return {
    id,
    type,
    links: { self },
    attributes: parts.attributes,
    relationships: {
      account: { links: { related: account }, data: { type: 'accounts', id: view.state.account.id } },
      ...parts.relationships(self),
    },
  };
}

/** `related` beside the linkage, which is null when there is none. */
export function toOne(self: string, name: string, type: string, id: string | null): Relationship {
  return { links: { related: `${self}/${name}` }, data: id === null ? null : { type, id } };
}

export function toMany(self: string, name: string, meta?: Relationship['meta']): Relationship {
  return { links: { related: `${self}/${name}` }, ...(meta === undefined ? {} : { meta }) };
}

export function timestamp(moment: Date): string;
export function timestamp(moment: Date | null): string | null;
export function timestamp(moment: Date | null): string | null {
  return moment === null ? null : moment.toISOString();
}

/** A number where JavaScript holds it exactly, which keeps the common document on the fast path of `writeJson`. */
export function int64(value: bigint): number | bigint;
export function int64(value: bigint | null): number | bigint | null;
export function int64(value: bigint | null): number | bigint | null {
  if (value === null) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
