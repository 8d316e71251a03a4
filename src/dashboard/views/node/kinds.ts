/** The kinds of objects that have a page: what one of each is called, and where all of them are. By the part of an id before its first colon. */

export interface Kind {
  /** What one of them is called. */
  readonly name: string;
  /** Where all of them are. */
  readonly path: string;
}

export const kinds = {
  Source: { name: 'Source', path: '/sources' },
  License: { name: 'License', path: '/licenses' },
  Group: { name: 'License group', path: '/groups' },
  Stack: { name: 'Stack', path: '/stacks' },
  Pool: { name: 'Pool', path: '/pools' },
  Peer: { name: 'Peer', path: '/peers' },
  Target: { name: 'Target', path: '/targets' },
  DataUsage: { name: 'Data usage', path: '/data-usages' },
  Message: { name: 'Message', path: '/messages' },
  Quota: { name: 'Quota', path: '/quotas' },
  Policy: { name: 'Policy', path: '/policies' },
  AuditEntry: { name: 'Audit entry', path: '/audit' },
} as const satisfies Readonly<Record<string, Kind>>;

export type Concept = keyof typeof kinds;

/** Null of what is no id. */
export function conceptOf(id: string): Concept | null {
  const concept = id.slice(0, Math.max(0, id.indexOf(':')));
  return Object.hasOwn(kinds, concept) ? (concept as Concept) : null;
}
