/** Which of the server's licenses is the one of a file. Pure. */
import type { licenseSpec, RowOf } from '../wire.js';
import type { LicenseText } from './license-text.js';
import type { Fact, Listing } from './server.js';

type Values = RowOf<typeof licenseSpec.required, typeof licenseSpec.optional>;
type License = Fact<Values>;

/** By what names a license wherever servers tell it; the documented ones do not. */
export function findByGuid({ guid }: LicenseText, licenses: readonly License[]): License | null {
  if (guid === null) return null;
  return licenses.find(({ values }) => values.guid?.trim().toLowerCase() === guid.toLowerCase()) ?? null;
}

/** By guid, else by the label together with the time of creation, where only one has both. */
export function findStored(text: LicenseText, licenses: readonly License[]): License | null {
  const found = findByGuid(text, licenses);
  if (found !== null || text.label === null || text.createdAt === null) return found;
  const [first, ...others] = licenses.filter(
    ({ values }) => values.label?.trim() === text.label && createdAt(values) === text.createdAt,
  );
  return first === undefined || others.length > 0 ? null : first;
}

/** The one that is new since `before` and may be the file's; null: none is. */
export function findAdded(
  text: LicenseText,
  before: Listing<Values>,
  after: Listing<Values>,
): License | 'unclear' | null {
  const named = findByGuid(text, after.rows);
  if (named !== null) return named;
  const [first, ...others] = after.rows.filter(({ name, values }) => !before.names.has(name) && mayBe(text, values));
  if (others.length > 0 || (first === undefined && !after.complete)) return 'unclear';
  return first ?? null;
}

/** Nothing that both state differs. */
function mayBe(text: LicenseText, values: Values): boolean {
  const differs = <T>(a: T | null, b: T | null) => a !== null && b !== null && a !== b;
  return !(
    (text.guid !== null && values.guid !== null) ||
    differs(text.label, values.label?.trim() ?? null) ||
    differs(text.createdAt, createdAt(values))
  );
}

function createdAt({ creation_time: time }: Values): bigint | null {
  return time instanceof Date ? BigInt(time.getTime() / 1000) : null;
}
