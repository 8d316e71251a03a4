/** What a command reads before it sends anything, and again when its answer is lost: single things, and machines by fingerprint. */
import { SourceFailure } from '../../../domain/failure.js';
import { isAskable, type KeygenClient } from '../client.js';
import {
  type LicenseRow,
  licenseShape,
  type MachineRow,
  machineShape,
  type PolicyRow,
  policyShape,
} from '../shapes.js';
import { listDocument, oneDocument, type Row, readRows, type Shape } from '../wire.js';

/** Null: there is none of this id. Each throws SourceFailure when that cannot be read. */
export async function findLicense(client: KeygenClient, id: string, signal: AbortSignal): Promise<LicenseRow | null> {
  return sameId(id, await findOne(client, ['licenses', id], licenseShape, signal));
}

export async function findMachine(client: KeygenClient, id: string, signal: AbortSignal): Promise<MachineRow | null> {
  return sameId(id, await findOne(client, ['machines', id], machineShape, signal));
}

export async function findPolicy(client: KeygenClient, id: string, signal: AbortSignal): Promise<PolicyRow | null> {
  return sameId(id, await findOne(client, ['policies', id], policyShape, signal));
}

/** The license of this key, which must be `isPlain`. */
export async function findLicenseByKey(
  client: KeygenClient,
  key: string,
  signal: AbortSignal,
): Promise<LicenseRow | null> {
  const license = await findOne(client, ['licenses', key], licenseShape, signal, [key]);
  return license?.values.key === key ? license : null;
}

/** Whether a key comes through a path as it is at every server and proxy, so that 404 means that there is none. */
export function isPlain(key: string): boolean {
  return isAskable(key) && /^[\w.~-]{1,1000}$/.test(key);
}

/** Ids of the license's machines of this fingerprint; null when there are more than one page shows. */
export async function machinesOf(
  client: KeygenClient,
  licenseId: string,
  fingerprint: string,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const query = { license: licenseId, fingerprint, 'page[cursor]': '', 'page[size]': '100' };
  const parsed = listDocument.safeParse(await client.get(['machines'], query, signal));
  if (!parsed.success) throw new SourceFailure('BAD_RESPONSE', 'NOT_JSON_API', 'the answer is no JSON:API list');
  if (typeof parsed.data.links?.next === 'string') return null;
  return readRows(machineShape, parsed.data.data)
    .rows.filter(({ values, linked }) => values.fingerprint === fingerprint && linked.license === licenseId)
    .map(({ id }) => id);
}

/** The one resource of a document; null when there is none that has an id. */
export function resourceOf<S extends Shape>(document: unknown, shape: S): Row<S> | null {
  const parsed = oneDocument.safeParse(document);
  return parsed.success ? (readRows(shape, [parsed.data.data]).rows[0] ?? null) : null;
}

async function findOne<S extends Shape>(
  client: KeygenClient,
  path: readonly [type: string, id: string],
  shape: S,
  signal: AbortSignal,
  keys: readonly string[] = [],
): Promise<Row<S> | null> {
  if (!isAskable(path[1])) return null;
  const document = await client.find(path, signal, keys);
  if (document === null) return null;
  const row = resourceOf(document, shape);
  if (row === null) throw new SourceFailure('BAD_RESPONSE', 'NOT_JSON_API', 'the answer is no JSON:API document');
  return row;
}

/** The vendor takes a key or a fingerprint in an id's place; we only mean ids. */
function sameId<S extends Shape>(id: string, row: Row<S> | null): Row<S> | null {
  return row?.id === id ? row : null;
}
