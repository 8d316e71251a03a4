/** What stands in the pool editor, and what of it is sent: only what is other than what was seen. Pure. */

/** Of a pool, what can be edited. */
export interface PoolNow {
  readonly description?: string | null;
  readonly isMax: boolean;
  readonly limit?: string | null;
  readonly peerVendorIds: readonly string[];
}

export interface PoolDraft {
  /** Of a pool to create. */
  readonly name: string;
  readonly quota: string;
  readonly description: string;
  /** Whether every peer may use it that no other pool of the stack names. */
  readonly isOpen: boolean;
  /** GUIDs; of no account while it is open. */
  readonly peers: readonly string[];
}

export interface PoolEdit {
  readonly quota?: string;
  readonly description?: string;
  readonly peers?: string[];
  readonly appendPeers?: boolean;
}

const ALL = '*';
const UNITS = [
  ['GB', 1024n ** 3n],
  ['MB', 1024n ** 2n],
  ['KB', 1024n],
] as const;

export const EMPTY_DRAFT: PoolDraft = { name: '', quota: '', description: '', isOpen: false, peers: [] };

export function draftOf(pool: PoolNow): PoolDraft {
  return {
    name: '',
    quota: quotaText(pool),
    description: pool.description ?? '',
    isOpen: pool.peerVendorIds.includes(ALL),
    peers: pool.peerVendorIds.filter((id) => id !== ALL),
  };
}

/** The quota in the vendor's form, exact: `MAX`, `30GB`, `1500`. Empty when it is not known. */
export function quotaText({ isMax, limit }: Pick<PoolNow, 'isMax' | 'limit'>): string {
  if (isMax) return 'MAX';
  if (limit == null) return '';
  const bytes = BigInt(limit);
  const [unit, size] = UNITS.find(([, of]) => bytes > 0n && bytes % of === 0n) ?? ['', 1n];
  return `${bytes / size}${unit}`;
}

/** `*` or GUIDs, as the gateway takes them. */
export function peersOf({ isOpen, peers }: PoolDraft): string[] {
  return isOpen ? [ALL] : [...peers];
}

/** Null: nothing is other than it was. Where peers only come to those that are there, they are appended, so that nobody else's edit of them is lost. */
export function editOf(draft: PoolDraft, seen: PoolNow): PoolEdit | null {
  const edit: PoolEdit = {
    ...(draft.quota.trim() === quotaText(seen) ? {} : { quota: draft.quota.trim() }),
    ...(draft.description === (seen.description ?? '') ? {} : { description: draft.description }),
    ...peersEdit(peersOf(draft), seen.peerVendorIds),
  };
  return Object.keys(edit).length === 0 ? null : edit;
}

/** What somebody else has changed since a pool was seen, in words. */
export function changesSince(seen: PoolNow, now: PoolNow): readonly string[] {
  const [quota, quotaNow] = [quotaText(seen), quotaText(now)];
  const [text, textNow] = [seen.description ?? '', now.description ?? ''];
  return [
    ...(quota === quotaNow ? [] : [`its quota is ${quotaNow || 'not known'} and was ${quota || 'not known'}`]),
    ...(text === textNow
      ? []
      : [textNow === '' ? 'it has no description any more' : `it is described as “${textNow}”`]),
    ...(areSame(seen.peerVendorIds, now.peerVendorIds) ? [] : ['its peers are others']),
  ];
}

/** What was typed stays, and what was not touched is as it is now. */
export function rebased(draft: PoolDraft, seen: PoolNow, now: PoolNow): PoolDraft {
  const touched = editOf(draft, seen);
  const fresh = draftOf(now);
  return {
    ...fresh,
    ...(touched?.quota === undefined ? {} : { quota: draft.quota }),
    ...(touched?.description === undefined ? {} : { description: draft.description }),
    ...(touched?.peers === undefined
      ? {}
      : touched.appendPeers && !fresh.isOpen
        ? { peers: [...new Set([...fresh.peers, ...touched.peers])] }
        : { isOpen: draft.isOpen, peers: draft.peers }),
  };
}

function peersEdit(wanted: string[], seen: readonly string[]): Pick<PoolEdit, 'peers' | 'appendPeers'> {
  if (areSame(wanted, seen)) return {};
  const [there, after] = [folded(seen), folded(wanted)];
  const onlyMore = !after.has(ALL) && !there.has(ALL) && [...there].every((id) => after.has(id));
  if (!onlyMore) return { peers: wanted };
  return { peers: wanted.filter((id) => !there.has(id.toLowerCase())), appendPeers: true };
}

function areSame(these: readonly string[], those: readonly string[]): boolean {
  const [a, b] = [folded(these), folded(those)];
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** GUIDs come in either case. */
function folded(ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids.map((id) => id.toLowerCase()));
}
