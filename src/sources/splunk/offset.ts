/** The offset of the license manager's clock, as its feeds tell it. */

/** The offset a feed's `updated` was written with, as `±hh:mm`; null when it has none. */
export function offsetOf(updated: string | null): string | null {
  const match = /(?:(Z)|([+-]\d{2}):?(\d{2}))\s*$/i.exec(updated ?? '');
  if (match === null) return null;
  return match[1] === undefined ? `${match[2]}:${match[3]}` : '+00:00';
}
