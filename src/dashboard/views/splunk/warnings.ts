/** What a peer's quota of warnings means for its search. Pure. */

export interface Warnings {
  readonly limit?: string | null;
  readonly used?: string | null;
  readonly remaining?: string | null;
  readonly enforcement: 'HARD' | 'SOFT' | 'INFORMATIONAL';
  readonly reasons: readonly string[];
  readonly subject: { readonly searchBlocked?: boolean | null; readonly label: string };
}

/** Blocked ones first, then by warnings left until it is blocked, then those that are never blocked, then those of which it cannot be known. */
export function byConcern(a: Warnings, b: Warnings): number {
  const [[kindA, leftA], [kindB, leftB]] = [rank(a), rank(b)];
  return kindA - kindB || (leftA < leftB ? -1 : leftA > leftB ? 1 : a.subject.label.localeCompare(b.subject.label));
}

/** How many more warnings until search is blocked, in words. */
export function leftText({ remaining, enforcement, subject }: Warnings): string {
  if (subject.searchBlocked === true) return 'none left';
  if (remaining == null) return 'cannot be known';
  if (enforcement === 'INFORMATIONAL') return 'never blocked';
  const left = BigInt(remaining);
  return left <= 0n ? 'none left' : `${left} left`;
}

/** Why it cannot be known whether search is blocked: what the gateway says of its limit, its own verdict left out. */
export function whyUnknown({ reasons }: Pick<Warnings, 'reasons'>): string {
  const said = reasons.filter((reason) => reason !== 'Whether search is blocked is not known.');
  return said.length === 0 ? 'The gateway does not say why.' : said.join(' ');
}

function rank({ subject, enforcement, remaining }: Warnings): [kind: number, left: bigint] {
  if (subject.searchBlocked === true) return [0, 0n];
  if (remaining == null) return [3, 0n];
  return [enforcement === 'INFORMATIONAL' ? 2 : 1, BigInt(remaining)];
}
