/** Evaluates again what the clock, or another policy, has made another. Asks the vendor nothing, and touches nothing else. */
import type { SourceState } from '../domain/source-state.js';
import { type Part, plan } from '../quota/evaluate.js';
import type { Doc } from '../store/repo.js';
import { type Body, type Draft, evaluated, factsOf, licenseBody, quotaBody, rulesOf } from './documents.js';
import { changeNotices } from './evaluation-notices.js';
import { messagesAbout } from './message-change.js';
import { replaceState, rewrite } from './replace.js';
import { visibleDocs } from './stored.js';
import type { SyncDeps, SyncedSource } from './synced-source.js';
import type { Turn } from './write-turns.js';

export async function reevaluateSource(
  { policy, clock }: SyncDeps,
  source: SyncedSource,
  turn: Turn,
  /** Default: what the clock has made due. */
  which: 'DUE' | 'ALL' = 'DUE',
): Promise<SourceState> {
  const { before, repo } = turn;
  const now = clock.now();
  const all = (collection: string) => visibleDocs(repo, before, collection);
  const due = (collection: string) =>
    which === 'ALL' ? all(collection) : visibleDocs(repo, before, collection, { changesAt: { lte: now } });
  const [licenses, pools, quotas] = [await due('licenses'), await due('pools'), await due('quotas')];
  const alone = quotas.length + pools.length === 0 && licenses.every((doc) => !dependsOnQuotas(doc));
  const facts = factsOf({
    licenses,
    pools: alone ? [] : await all('pools'),
    quotas: alone ? [] : await all('quotas'),
    timeZone: before.timeZone,
  });
  const planned = plan(facts, policy, now, source.ownRules);
  const licenseOf = partOf(planned.licenses);
  const poolOf = partOf(planned.pools);
  const quotaOf = partOf(planned.quotas);
  const changes = {
    licenses: rewrite('licenses', licenses, (doc) => same(doc, () => licenseBody(licenseOf(doc)))),
    pools: rewrite('pools', pools, (doc) => same(doc, () => evaluated(poolOf(doc)))),
    quotas: rewrite('quotas', quotas, (doc) => same(doc, () => quotaBody(quotaOf(doc), String(doc.displayName)))),
  };
  const touched = [...licenses, ...quotas].map((doc) => String(doc.id));
  const messages = await messagesAbout(repo, before, touched);
  const decision = changeNotices(changes, policy, messages.isStanding, now);
  const said = await messages.change({ ...decision, vendor: null }, now);
  const next = which === 'ALL' ? { rules: rulesOf(policy) } : {};
  return (await replaceState(turn, [...Object.values(changes), said], next, now)).state;
}

/** It follows from the same things as before, only later. */
function same(doc: Doc, body: () => Body): Omit<Draft, 'id'> {
  return { hash: String(doc.hash), body };
}

function dependsOnQuotas(license: Doc): boolean {
  return (license.standing as { readonly exceededByQuotas?: boolean }).exceededByQuotas === true;
}

function partOf<T extends Part<unknown>>(parts: Iterable<T>): (doc: Doc) => T {
  const byId = new Map(Array.from(parts, (part) => [part.id, part]));
  return (doc) => {
    const part = byId.get(String(doc.id));
    if (part === undefined) throw new Error(`${String(doc.id)} has no part in its own evaluation`);
    return part;
  };
}
