/** Splunk's answers from files: one feed for each endpoint, JSON or XML; each names its endpoint itself. */
import { SourceFailure } from '../../domain/failure.js';
import { assertGiven, earliestOf, type ImportFile, type OfflineAnswers, offlineHttp, sorted } from '../offline.js';
import { parseXml, xmlText } from './atom.js';
import { isXml, readAnswer } from './feed.js';
import { listPath, OLD_NAMES, parts } from './licenser.js';

const SERVER_INFO = '/services/server/info';
/** Every path that is read, in the vendor's own words. */
const PATHS: readonly string[] = [...parts, ...Object.values(OLD_NAMES)].map(listPath).concat(SERVER_INFO);
/** As it stands in the feed: below the server, with or without the namespace of a user and an app. */
const NAMED = /\/services(?:NS\/[^/]+\/[^/]+)?(\/(?:licenser\/\w+|server\/info))(?:\/[^/]*)?$/;

export function importSplunk(files: readonly ImportFile[]): OfflineAnswers {
  const found = sorted(files, recognize);
  assertGiven(found, listPath('licenses'));
  const bodies = new Map(found.map(({ as, text }) => [as, text]));
  return {
    http: offlineHttp(({ path }) => bodies.get(path) ?? null),
    answeredAt: earliestOf(found.map(({ updated }) => updated)),
    taken: found.map(({ file, as }) => ({ file, as })),
  };
}

function recognize({ text }: ImportFile): { as: string; text: string; updated: string | null } | string {
  const response = { status: 200, headers: {}, contentType: '', body: text };
  try {
    const { updated } = readAnswer(response, 'what was asked');
    const named = isXml(response) ? xmlId(text) : jsonOrigin(text);
    const path = NAMED.exec(named ?? '')?.[1];
    const as = path === undefined ? undefined : `/services${path}`;
    if (as === undefined) return 'is a feed that names no endpoint (its "origin" or <id>); fetch it again as it is';
    if (!PATHS.includes(as)) return `is the answer of ${as}, which the gateway does not read; leave it out`;
    return { as, text, updated };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return `is no answer of a license endpoint: ${error.message}`;
  }
}

function jsonOrigin(text: string): string | null {
  const { origin }: { origin?: unknown } = JSON.parse(text.replace(/^\uFEFF/, ''));
  return typeof origin === 'string' ? origin : null;
}

function xmlId(text: string): string | null {
  const root = parseXml(text.replace(/^\uFEFF/, ''));
  return root === null ? null : xmlText(root.node, 'id');
}
