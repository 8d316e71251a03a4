/** The section `auth`: the API keys, hashed as soon as they are read, and the identity providers. */
import { z } from 'zod';
import { type ApiKey, hashKey, keyCharacters, longestKey, shortestKey } from '../auth/api-key.js';
import type { AuthOptions } from '../auth/authenticate.js';
import type { Role } from '../auth/roles.js';
import { scopeOf, sourcePattern } from '../auth/source-pattern.js';
import type { ConfigFiles } from './files.js';
import { oidcSection } from './oidc.js';
import type { Problems } from './problems.js';

const ROLES = { viewer: 'VIEWER', operator: 'OPERATOR', admin: 'ADMIN' } as const satisfies Record<string, Role>;

const keyShape = {
  name: z.string().regex(/^[\w.@-][\w.@ -]{0,63}$/, 'must be 1 to 64 letters, digits, spaces or . _ @ -'),
  role: z.enum(['viewer', 'operator', 'admin']),
  key: z
    .string()
    .min(shortestKey, `must be at least ${shortestKey} characters long; 32 random ones are a good choice`)
    .max(longestKey, `must be at most ${longestKey} characters long; 32 random ones are a good choice`)
    .regex(keyCharacters, 'must consist of printable ASCII characters without spaces, since it travels in a header')
    .optional(),
  keySha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be the SHA-256 of the key as 64 hexadecimal digits')
    .optional(),
  sources: z
    .array(z.string().regex(sourcePattern, 'must be a source name, or a pattern such as splunk-* or *'))
    .min(1, 'must name at least one source; leave it out to allow all')
    .nullish(),
};

const sectionShape = { apiKeys: z.array(z.unknown()).nullish(), oidc: z.unknown() };

/** Undefined when a part of it has a problem. */
export function authSection(raw: unknown, files: ConfigFiles, problems: Problems): AuthOptions | undefined {
  const section = problems.checkFields(sectionShape, raw, ['auth']);
  const apiKeys = apiKeyList(section.apiKeys ?? [], problems);
  const oidc = oidcSection(section.oidc, files, problems);
  return apiKeys === undefined || oidc === undefined ? undefined : { apiKeys, oidc };
}

function apiKeyList(keys: readonly unknown[], problems: Problems): ApiKey[] | undefined {
  const checked = keys.map((item, index) => apiKey(item, ['auth', 'apiKeys', index], problems));
  for (const [index, key] of checked.entries()) {
    const earlier = checked.slice(0, index);
    const path = ['auth', 'apiKeys', index];
    if (key.name !== undefined && earlier.some((other) => other.name === key.name)) {
      problems.add([...path, 'name'], `"${key.name}" is the name of an earlier key; names must be unique`);
    }
    if (key.sha256 !== undefined && earlier.some((other) => other.sha256 === key.sha256)) {
      problems.add(path, 'is the same key as an earlier one; give each holder a key of their own');
    }
  }
  const whole = checked.flatMap(({ name, role, sha256, sources }) =>
    name === undefined || role === undefined || sha256 === undefined ? [] : [{ name, role, sha256, sources }],
  );
  return whole.length === keys.length ? whole : undefined;
}

/** What could be read of a key; a part that has a problem is undefined. */
function apiKey(raw: unknown, path: PropertyKey[], problems: Problems) {
  const fields = problems.checkFields(keyShape, raw, path);
  const given = isGiven(raw, 'key') ? 1 : 0;
  if (given + (isGiven(raw, 'keySha256') ? 1 : 0) !== 1) {
    problems.add(path, 'must have exactly one of key and keySha256');
  }
  return {
    name: fields.name,
    role: fields.role === undefined ? undefined : ROLES[fields.role],
    sha256: fields.key === undefined ? fields.keySha256?.toLowerCase() : hashKey(fields.key),
    sources: scopeOf(fields.sources ?? ['*']),
  };
}

function isGiven(raw: unknown, key: string): boolean {
  return typeof raw === 'object' && raw !== null && Object.hasOwn(raw, key);
}
