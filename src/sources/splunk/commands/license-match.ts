/** Which of the server's licenses is the one of a file. Pure. */
import type { licenseSpec, RowOf } from '../wire.js';
import type { LicenseText } from './license-text.js';
import type { Fact, Listing } from './server.js';

type Values = RowOf<typeof licenseSpec.required, typeof licenseSpec.optional>;
type License = Fact<Values>;

/** Null: none is, or several may be. A renewed license can have the guid of the one before it, so that alone is not enough. */
export function findStored(text: LicenseText, licenses: readonly License[]): License | null {
  const [first, ...others] = licenses.filter(({ values }) => isNamed(text, values) && mayBe(text, values));
  return first === undefined || others.length > 0 ? null : first;
}

/** The one that is new since `before` and may be the file's, or was there already; null: none is. */
export function findAdded(
  text: LicenseText,
  before: Listing<Values>,
  after: Listing<Values>,
): License | 'unclear' | null {
  const [first, ...others] = after.rows.filter(({ name, values }) => !before.names.has(name) && mayBe(text, values));
  if (others.length > 0 || (first === undefined && !after.complete)) return 'unclear';
  return first ?? findStored(text, after.rows);
}

/** Something that names a license is stated by both, and the same: the guid, or the label with the time of creation. */
function isNamed(text: LicenseText, values: Values): boolean {
  if (text.guid !== null && values.guid !== null) return sameGuid(text.guid, values.guid);
  return text.label !== null && text.createdAt !== null && createdAt(values) === text.createdAt;
}

/** Nothing that both state differs. */
function mayBe(text: LicenseText, values: Values): boolean {
  const differs = <T>(a: T | null, b: T | null) => a !== null && b !== null && a !== b;
  return !(
    (text.guid !== null && values.guid !== null && !sameGuid(text.guid, values.guid)) ||
    differs(text.label, values.label?.trim() ?? null) ||
    differs(text.quota, values.quota) ||
    differs(text.createdAt, createdAt(values))
  );
}

function sameGuid(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function createdAt({ creation_time: time }: Values): bigint | null {
  return time instanceof Date ? BigInt(time.getTime() / 1000) : null;
}
