/** The list `auth.oidc`: identity providers whose tokens count as keys do. */
import { z } from 'zod';
import { type OidcOptions, signingAlgorithms } from '../auth/oidc/options.js';
import type { Role } from '../auth/roles.js';
import { isPlainUrl, isTrustworthy } from '../domain/hosts.js';
import { duration } from './duration.js';
import { type ConfigFiles, readNamedFile } from './files.js';
import { isMapping } from './mapping.js';
import type { Problems } from './problems.js';
import { certificateProblem, complete, text } from './values.js';

type Path = readonly PropertyKey[];

/** One text, or a list of them. */
const texts = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(text).min(1, 'is empty'));

const providerUrl = z
  .string()
  .refine(
    (url) => isTrustworthy(url) && isPlainUrl(url),
    'must be a URL that begins with https://, without a user, a query or a fragment; http:// is for a provider on this machine only',
  );

const providerShape = {
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'must be 1 to 31 lower-case letters, digits or -, and must not start with -')
    .default('oidc'),
  issuer: providerUrl,
  audience: texts,
  jwksUri: providerUrl.nullish(),
  ca: text.nullish(),
  algorithms: z
    .array(z.enum(signingAlgorithms))
    .min(1, 'is empty; leave it out to allow all')
    .default([...signingAlgorithms]),
  clockTolerance: duration('0s', '5m').default(30_000),
  nameClaim: text.default('sub'),
  roles: z.unknown(),
  sources: z.unknown(),
};

const rolesShape = {
  claim: text.default('roles'),
  viewer: texts.nullish(),
  operator: texts.nullish(),
  admin: texts.nullish(),
};

/** The providers; undefined when one of them, or the list itself, has a problem. */
export function oidcSection(raw: unknown, files: ConfigFiles, problems: Problems): OidcOptions[] | undefined {
  const path = ['auth', 'oidc'];
  const items = problems.check(z.array(z.unknown()), raw ?? [], path);
  const checked = items?.map((item, index) => provider(item, [...path, index], files, problems));
  for (const [index, { name, issuer }] of (checked ?? []).entries()) {
    const earlier = checked?.slice(0, index) ?? [];
    if (issuer !== undefined && earlier.some((other) => other.issuer === issuer)) {
      problems.add([...path, index, 'issuer'], 'is the issuer of an earlier entry; name every audience of it there');
    }
    if (name !== undefined && earlier.some((other) => other.name === name)) {
      problems.add([...path, index, 'name'], `"${name}" is the name of an earlier issuer; give each its own`);
    }
  }
  const whole = checked?.flatMap((each) => complete(each) ?? []);
  return whole?.length === items?.length ? whole : undefined;
}

/** What could be read of a provider; a part that has a problem is undefined. */
function provider(raw: unknown, path: Path, files: ConfigFiles, problems: Problems) {
  const { audience, jwksUri, clockTolerance, ...fields } = problems.checkFields(providerShape, raw, path);
  return {
    name: fields.name,
    issuer: fields.issuer,
    audiences: audience,
    jwksUri: jwksUri ?? null,
    ca: authorities(fields.ca, fields.issuer, [...path, 'ca'], files, problems),
    algorithms: fields.algorithms,
    clockToleranceMs: clockTolerance,
    nameClaim: fields.nameClaim,
    roles: isMapping(raw) ? roleClaim(fields.roles, [...path, 'roles'], problems) : undefined,
    sourcesClaim: sourcesClaim(fields.sources, [...path, 'sources'], problems),
  };
}

function roleClaim(raw: unknown, path: Path, problems: Problems): OidcOptions['roles'] | undefined {
  const { claim, viewer, operator, admin } = problems.checkFields(rolesShape, raw, path);
  if (claim === undefined) return undefined;
  const values: Record<Role, readonly string[]> = {
    VIEWER: viewer ?? [],
    OPERATOR: operator ?? [],
    ADMIN: admin ?? [],
  };
  if (Object.values(values).flat().length === 0) {
    problems.add(path, 'lets nobody in; list under viewer, operator or admin which values of the claim mean that role');
  }
  return { claim, values };
}

function sourcesClaim(raw: unknown, path: Path, problems: Problems): string | null | undefined {
  return raw === undefined || raw === null ? null : problems.checkFields({ claim: text }, raw, path).claim;
}

function authorities(
  name: string | null | undefined,
  issuer: string | undefined,
  path: Path,
  files: ConfigFiles,
  problems: Problems,
): string | null {
  const pem = readNamedFile(files, name ?? undefined, path, problems);
  const wrong = pem === undefined ? null : certificateProblem(pem);
  if (wrong !== null) problems.add(path, wrong);
  if (pem !== undefined && issuer?.startsWith('http:'))
    problems.add(path, 'has no meaning for an http:// issuer; remove it');
  return pem ?? null;
}
