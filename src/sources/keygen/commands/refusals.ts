/** From a refusal of a write to a code and a field of the input: by the vendor's code and pointer, never by its prose. */
import type { MutationError, MutationErrorCode } from '../../../domain/mutation-error.js';
import { failureOfStatus } from '../../http.js';
import type { HttpResponse } from '../../http-response.js';
import type { VendorWords } from '../errors.js';

export type Meaning = Pick<MutationError, 'code' | 'path'>;

/** What a command adds to the rules that hold for all. */
export interface RefusalRules {
  /** What a 404 says is missing. */
  readonly missing: Meaning;
  /** The vendor's attribute, or name in `meta`, → the field of the input. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Vendor's code → meaning, before those that hold for all. */
  readonly codes?: Readonly<Record<string, Meaning>>;
  /** A 422 without a code says that what the license is now does not go with what is asked. */
  readonly conflicts?: boolean;
}

export const LICENSE_MISSING: Meaning = meaning('LICENSE_NOT_FOUND', 'licenseId');
export const MACHINE_MISSING: Meaning = meaning('TARGET_NOT_FOUND', 'targetId');
export const POLICY_MISSING: Meaning = meaning('POLICY_NOT_FOUND', 'policyId');

/** `said` is null when the answer is not the vendor's. */
export function refusalOf(response: HttpResponse, said: VendorWords | null, rules: RefusalRules): MutationError {
  const message = said?.words || failureOfStatus(response).message;
  return { ...meaningOf(response.status, said, rules), message };
}

function meaningOf(status: number, said: VendorWords | null, rules: RefusalRules): Meaning {
  const problems = said?.problems ?? [];
  const byCode = problems.map(({ code }) => (code === null ? null : ofCode(code, rules)));
  const byPointer = problems.map((problem) => ofPointer(status, problem, rules));
  const found = [...byCode, ...byPointer].find((one) => one !== null);
  if (found) return found;
  if (status === 409) return { code: 'CONFLICT', path: null };
  if (status === 404 && said !== null) return rules.missing;
  const isUncoded = said !== null && problems.every(({ code }) => code === null);
  if (status === 422 && rules.conflicts && isUncoded) return { code: 'CONFLICT', path: null };
  return { code: 'UPSTREAM_REJECTED', path: null };
}

const LINKS: Readonly<Record<string, Meaning>> = {
  policy: POLICY_MISSING,
  group: meaning('GROUP_NOT_FOUND', 'groupId'),
  license: LICENSE_MISSING,
  owner: meaning('INVALID_INPUT', 'ownerVendorId'),
  user: meaning('INVALID_INPUT', 'ownerVendorId'),
};

const CODES: Readonly<Record<string, Meaning>> = {
  USES_LIMIT_EXCEEDED: meaning('USES_LIMIT_EXCEEDED'),
  MACHINE_LIMIT_EXCEEDED: meaning('MACHINE_LIMIT_EXCEEDED'),
  LICENSE_SUSPENDED: meaning('LICENSE_SUSPENDED'),
  LICENSE_EXPIRED: meaning('LICENSE_EXPIRED'),
  ...Object.fromEntries(Object.entries(LINKS).map(([link, missing]) => [`${link.toUpperCase()}_NOT_FOUND`, missing])),
};

function ofCode(code: string, { codes = {} }: RefusalRules): Meaning | null {
  if (Object.hasOwn(codes, code)) return codes[code] ?? null;
  if (Object.hasOwn(CODES, code)) return CODES[code] ?? null;
  // Of cores, memory, disk, processes, users, licenses, and those of a group.
  return code.endsWith('_LIMIT_EXCEEDED') ? { code: 'LIMIT_EXCEEDED', path: null } : null;
}

/** Only what is asked for can be wrong with a pointer to it: `/data/attributes/maxCores`, `/meta/increment`, `/data/relationships/group`. */
function ofPointer(
  status: number,
  { code, pointer }: VendorWords['problems'][number],
  rules: RefusalRules,
): Meaning | null {
  if (pointer === null || ![400, 404, 422].includes(status)) return null;
  const [, section = '', name = ''] = /^\/(?:data\/)?(attributes|relationships|meta)\/([^/]+)/.exec(pointer) ?? [];
  if (section === 'relationships') {
    const link = Object.hasOwn(LINKS, name) ? LINKS[name] : undefined;
    // Without a code, or with a 404, it says that there is no such thing; with 400, that it is no id.
    const isMissing = status !== 400 && code === null;
    return link === undefined || isMissing || status === 404
      ? (link ?? null)
      : { code: 'INVALID_INPUT', path: link.path };
  }
  const path = status !== 404 && Object.hasOwn(rules.fields, name) ? rules.fields[name] : undefined;
  return path === undefined ? null : { code: 'INVALID_INPUT', path };
}

function meaning(code: MutationErrorCode, field?: string): Meaning {
  return { code, path: field === undefined ? null : [field] };
}
