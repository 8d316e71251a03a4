/** An expiry as the browser's own field for date and time holds it, in the zone of this machine. Pure but for that zone. */

/** `2026-03-01T14:05` to an instant; null when it is none. */
export function instantOf(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** An instant as the field takes it; empty when there is none. */
export function localOf(instant: string | null | undefined): string {
  if (instant == null) return '';
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
