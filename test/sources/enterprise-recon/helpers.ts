/** Reads Enterprise Recon bodies the way a sync does: over HTTP, from a server on this machine. */
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Finding } from '../../../src/domain/entities.js';
import { silentLogger } from '../../../src/domain/ports.js';
import type { Snapshot } from '../../../src/domain/snapshot.js';
import { enterpriseReconSource } from '../../../src/sources/enterprise-recon/index.js';
import type { EnterpriseReconLicense } from '../../../src/sources/enterprise-recon/model.js';
import type { SourceOptions } from '../../../src/sources/source.js';

export const NOW = new Date('2026-01-01T00:00:00Z');

/** The seed's sample of that name, as its text stands in the documentation. */
export function fixtureText(name: 'legacy' | 'sitewide' | 'non-sitewide'): string {
  const url = new URL(`../../../src/sources/enterprise-recon/fixtures/${name}.json`, import.meta.url);
  return readFileSync(url, 'utf8');
}

type Row = Record<string, unknown>;

/** A sample as tests take it apart: any field of any row may become anything. */
export interface Body {
  [field: string]: unknown;
  summary: Row[];
  targets?: Row[];
  datausage?: Row[];
}

export function fixture(name: Parameters<typeof fixtureText>[0]): Body {
  return JSON.parse(fixtureText(name));
}

/** The sample with some fields of one row changed; undefined takes a field away. */
export function changed(
  name: Parameters<typeof fixtureText>[0],
  list: 'summary' | 'targets' | 'datausage',
  index: number,
  fields: Row,
): Body {
  const body = fixture(name);
  return { ...body, [list]: (body[list] ?? []).map((row, at) => (at === index ? { ...row, ...fields } : row)) };
}

export function connect(url: string, options: Partial<SourceOptions> = {}, now = NOW) {
  return enterpriseReconSource.connect(
    {
      name: 'recon',
      kind: 'enterprise-recon',
      url,
      auth: { username: 'apiuser', password: 'password123' },
      tls: {},
      syncIntervalMs: 300_000,
      timeoutMs: 2_000,
      ...options,
      settings: {},
    },
    { clock: { now: () => now }, logger: silentLogger },
  );
}

export async function readFrom(url: string, options: Partial<SourceOptions> = {}, now = NOW): Promise<Snapshot> {
  const connection = connect(url, options, now);
  try {
    return await connection.read(new AbortController().signal);
  } finally {
    await connection.close();
  }
}

/** The snapshot of one answer of `GET /v1/licenses`, given as JSON text or as a value; the server has no `/v1/server`. */
export function readBody(body: unknown, now = NOW): Promise<Snapshot> {
  return withServer(
    (request, response) => {
      const known = request.url === '/v1/licenses';
      response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
      response.end(known ? (typeof body === 'string' ? body : JSON.stringify(body)) : '{"message":"Not found."}');
    },
    (url) => readFrom(url, {}, now),
  );
}

export async function withServer<T>(answer: RequestListener, use: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export function licenseOf(snapshot: Snapshot): EnterpriseReconLicense {
  const [license, ...more] = snapshot.licenses;
  if (license?.typeName !== 'EnterpriseReconLicense' || more.length > 0) throw new Error('expected one license');
  return license as EnterpriseReconLicense;
}

/** Findings in the form `CATEGORY SEVERITY Concept vendorId`. */
export function briefly(findings: readonly Finding[]): string[] {
  return findings.map((finding) => `${finding.category} ${finding.severity} ${finding.concept} ${finding.vendorId}`);
}
