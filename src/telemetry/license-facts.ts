/** What is stored of one source as samples: its quotas, licenses and messages at one revision, the worst first. */
import { parseGlobalId } from '../domain/ids.js';
import type { SourceState } from '../domain/source-state.js';
import { licenseStatuses, quotaStates } from '../domain/vocabulary.js';
import type { Doc, Filter, PageQuery, Position, Repo, Scalar } from '../store/repo.js';
import { visibleAt } from '../sync/stored.js';
import { boundedWords } from './bounded-words.js';
import { type Labels, type Samples, sample, samples } from './families.js';

export interface SourceFacts {
  /** Worst first. */
  readonly quotas: readonly Fact[];
  readonly licenses: readonly Fact[];
  /** How many there are, those beyond the limit included. */
  readonly quotaCount: number;
  readonly licenseCount: number;
  readonly messages: string;
}

/** The samples of one thing. */
export interface Fact {
  /** Larger is worse. */
  readonly weight: number;
  readonly samples: Samples;
}

type Revision = Pick<SourceState, '_id' | 'kind' | 'revision' | 'tally'>;

/** So many documents in one call: others get their turn in between. */
const AT_ONCE = 100;
/** A vendor names the categories of its messages. */
const MOST_CATEGORIES = 50;

/** At most `limit` quotas and as many licenses. */
export async function readSourceFacts(repo: Repo, state: Revision, limit: number): Promise<SourceFacts> {
  const visible = visibleAt(state._id, state.revision);
  const own = { source: state._id, kind: state.kind };
  const quotas = await worst(repo, 'quotas', { where: visible, field: 'concern', direction: 'DESC', limit }, [
    ...['id', 'subjectId', 'displayName', 'dimension', 'used', 'limit', 'ratio', 'state', 'concern'],
  ]);
  const expiring = { ...visible, expiresAt: { exists: true } };
  const licenses = await worst(repo, 'licenses', { where: expiring, field: 'expiresAt', direction: 'ASC', limit }, [
    ...['id', 'displayName', 'expiresAt', 'status'],
  ]);
  return {
    quotas: quotas.map((doc) => quotaFact(doc, own)),
    licenses: licenses.map((doc) => licenseFact(doc, own)),
    quotaCount: state.tally.total.quotas ?? quotas.length,
    licenseCount: licenses.length < limit ? licenses.length : await repo.count('licenses', { anyOf: [expiring] }),
    messages: await messageSamples(repo, visible, own),
  };
}

function quotaFact(doc: Doc, own: Labels): Fact {
  const { subjectId, displayName, dimension, used, limit, ratio, state, concern } = doc as unknown as StoredQuota;
  const concept = parseGlobalId(subjectId)?.concept ?? '';
  const labels = { ...own, concept, subject: displayName, subject_id: subjectId, dimension };
  return {
    weight: concern,
    samples: samples(labels, {
      license_gateway_quota_used: used,
      license_gateway_quota_limit: limit,
      license_gateway_quota_ratio: ratio,
      license_gateway_quota_state: quotaStates.indexOf(state),
    }),
  };
}

function licenseFact(doc: Doc, own: Labels): Fact {
  const { id, displayName, expiresAt, status } = doc as unknown as StoredLicense;
  const labels = { ...own, subject: displayName, subject_id: id };
  const seconds = expiresAt.getTime() / 1000;
  return {
    weight: -seconds,
    samples: samples(labels, {
      license_gateway_license_expiry_seconds: seconds,
      license_gateway_license_status: licenseStatuses.indexOf(status),
    }),
  };
}

async function messageSamples(repo: Repo, visible: Filter, own: Labels): Promise<string> {
  const categoryOf = boundedWords(MOST_CATEGORIES);
  const counts = new Map<string, { readonly labels: Labels; count: number }>();
  for await (const docs of repo.scan('messages', { ...visible, active: true }, ['severity', 'category'])) {
    for (const doc of docs) {
      const labels = { ...own, severity: String(doc.severity), category: categoryOf(String(doc.category)) };
      const key = `${labels.severity} ${labels.category}`;
      const counted = counts.get(key) ?? { labels, count: 0 };
      counts.set(key, counted);
      counted.count++;
    }
  }
  return [...counts.values()]
    .map(({ labels, count }) => sample('license_gateway_messages_active', labels, count))
    .join('');
}

interface Worst {
  readonly where: Filter;
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
  readonly limit: number;
}

async function worst(
  repo: Repo,
  collection: string,
  { where, field, direction, limit }: Worst,
  fields: readonly string[],
): Promise<readonly Doc[]> {
  const docs: Doc[] = [];
  let after: Position | undefined;
  while (docs.length < limit) {
    const query: PageQuery = {
      anyOf: [where],
      order: { field, direction },
      tieBreaker: 'id',
      limit: Math.min(AT_ONCE, limit - docs.length),
      fields,
      ...(after === undefined ? {} : { after }),
    };
    const page = await repo.page(collection, query);
    docs.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < query.limit) break;
    after = { value: last[field] as Scalar, id: String(last.id) };
  }
  return docs;
}

interface StoredQuota {
  readonly subjectId: string;
  readonly displayName: string;
  readonly dimension: string;
  readonly used: bigint | null;
  readonly limit: bigint | null;
  readonly ratio: number | null;
  readonly state: (typeof quotaStates)[number];
  readonly concern: number;
}

interface StoredLicense {
  readonly id: string;
  readonly displayName: string;
  readonly expiresAt: Date;
  readonly status: (typeof licenseStatuses)[number];
}
