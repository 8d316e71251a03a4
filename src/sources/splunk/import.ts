/** Splunk's answers from files: one feed for each endpoint, JSON or XML; each names its endpoint itself. */
import { earliest } from '../../domain/dates.js';
import { SourceFailure } from '../../domain/failure.js';
import { assertGiven, type ImportFile, type OfflineAnswers, offlineHttp, sorted } from '../offline.js';
import { readAnswer } from './feed.js';
import { listPath, OLD_NAMES, parts, SERVER_INFO } from './licenser.js';

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
    answeredAt: earliest(found.map(({ updated }) => instantOf(updated))),
    taken: found.map(({ file, as }) => ({ file, as })),
  };
}

function recognize({ text }: ImportFile): { as: string; text: string; updated: string | null } | string {
  const response = { status: 200, headers: {}, contentType: '', body: text };
  try {
    const { origin, updated } = readAnswer(response, 'what was asked');
    const path = NAMED.exec(origin ?? '')?.[1];
    const as = path === undefined ? undefined : `/services${path}`;
    if (as === undefined) return 'is a feed that names no endpoint (its "origin" or <id>); fetch it again as it is';
    if (!PATHS.includes(as)) return `is the answer of ${as}, which the gateway does not read; leave it out`;
    return { as, text, updated };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return `is no answer of a license endpoint: ${error.message}`;
  }
}

function instantOf(text: string | null): Date | null {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? null : new Date(ms);
}
