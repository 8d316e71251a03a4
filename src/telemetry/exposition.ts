/**
 * What a scrape is answered with: the gateway's own work, and the license facts of the sources its caller may see. The
 * facts are read anew only for a source whose revision is another, so that a scrape costs one read of the sources.
 */
import { sourceScope } from '../auth/scopes.js';
import type { Viewer } from '../auth/viewer.js';
import type { Clock } from '../domain/ports.js';
import type { SourceState } from '../domain/source-state.js';
import { isStale } from '../domain/staleness.js';
import type { Repo } from '../store/repo.js';
import { familiesText, type Samples, sample, samples } from './families.js';
import { type Fact, readSourceFacts, type SourceFacts } from './license-facts.js';
import type { Metrics } from './metrics.js';

export interface KnownSource {
  readonly name: string;
  readonly kind: string;
  readonly syncIntervalMs: number;
}

export interface ExpositionDeps {
  readonly repo: Repo;
  readonly metrics: Pick<Metrics, 'registry'>;
  /** Those that are configured now. */
  readonly sources: () => readonly KnownSource[];
  /** The most quotas, and the most licenses. */
  readonly series: number;
  readonly clock: Clock;
}

/** Prometheus text, of the sources that the viewer may see. Who asks while another scrape of the same is made shares it. */
export type Exposition = (viewer: Pick<Viewer, 'sources'>) => Promise<string>;

export function createExposition(deps: ExpositionDeps): Exposition {
  const { metrics } = deps;
  const factsOf = createFacts(deps);
  const running = new Map<string, Promise<string>>();

  async function scrape(sources: readonly KnownSource[]): Promise<string> {
    const names = new Set(sources.map(({ name }) => name));
    const facts = await factsOf(sources);
    const work = await metrics.registry.metrics();
    return `${withoutSources(work, (name) => names.has(name))}\n${facts}`;
  }

  return (viewer) => {
    const isVisible = sourceScope(viewer);
    const shown = deps.sources().filter(({ name }) => isVisible(name));
    const key = JSON.stringify(shown);
    const scraping = running.get(key) ?? scrape(shown).finally(() => running.delete(key));
    running.set(key, scraping);
    return scraping;
  };
}

/** The same samples as OpenMetrics 1.0 writes them, which calls a counter by its name without `_total`. */
export function openMetrics(text: string): string {
  const described = text.replace(/^# (HELP|TYPE) (\w+)_total /gm, '# $1 $2 ').replace(/^\n/gm, '');
  return `${described}# EOF\n`;
}

/** Reads and remembers: of each source what its last revision came to. */
function createFacts({ repo, series, clock }: Omit<ExpositionDeps, 'sources'>) {
  const kept = new Map<string, { readonly key: string; readonly facts: Promise<SourceFacts> }>();

  function factsAt(state: SourceState): Promise<SourceFacts> {
    // A source that was forgotten counts its revisions anew.
    const key = `${state.kind} ${state.revision} ${state.flips.at(-1)?.at.getTime()}`;
    const known = kept.get(state._id);
    if (known?.key === key) return known.facts;
    const facts = readSourceFacts(repo, state, series);
    kept.set(state._id, { key, facts });
    facts.catch(() => kept.delete(state._id));
    return facts;
  }

  return async (sources: readonly KnownSource[]): Promise<string> => {
    const now = clock.now();
    const names = sources.map(({ name }) => name);
    const states = (await repo.getMany('sources', names)) as unknown as (SourceState | null)[];
    const parts: Samples[] = [];
    const facts: SourceFacts[] = [];
    for (const [i, source] of sources.entries()) {
      const state = states[i];
      // One of another kind is left over from an older configuration.
      if (state?.kind !== source.kind) continue;
      parts.push(stateSamples(source, state, now));
      if (state.revision > 0) facts.push(await factsAt(state));
    }
    const quotas = facts.flatMap((each) => each.quotas);
    const licenses = facts.flatMap((each) => each.licenses);
    const omitted = {
      quota: sum(facts.map((each) => each.quotaCount)) - Math.min(series, quotas.length),
      license: sum(facts.map((each) => each.licenseCount)) - Math.min(series, licenses.length),
    };
    return familiesText([
      ...parts,
      ...facts.map(({ messages }) => ({ license_gateway_messages_active: messages })),
      ...worst(quotas, series),
      ...worst(licenses, series),
      ...Object.entries(omitted).map(([of, count]) => samples({ of }, { license_gateway_series_omitted: count })),
    ]);
  };
}

/** What is known of a source itself. */
function stateSamples({ name, syncIntervalMs }: KnownSource, state: SourceState, now: Date): Samples {
  const { kind, status, version, lastSyncedAt, tally } = state;
  const own = { source: name, kind };
  const tried = status !== 'PENDING';
  return {
    ...samples({ ...own, version: version ?? '', status }, { license_gateway_source_info: 1 }),
    ...samples(own, {
      license_gateway_source_up: tried ? Number(status === 'OK') : null,
      license_gateway_source_stale: tried ? Number(isStale(state, syncIntervalMs, now)) : null,
      license_gateway_source_last_sync_timestamp_seconds: lastSyncedAt === null ? null : lastSyncedAt.getTime() / 1000,
      license_gateway_source_sync_interval_seconds: syncIntervalMs / 1000,
    }),
    license_gateway_licenses: Object.entries(tally.licenses)
      .map(([word, count]) => sample('license_gateway_licenses', { ...own, status: word }, count))
      .join(''),
    license_gateway_quotas: Object.entries(tally.quotas)
      .map(([word, count]) => sample('license_gateway_quotas', { ...own, state: word }, count))
      .join(''),
  };
}

function worst(facts: readonly Fact[], most: number): readonly Samples[] {
  const chosen = facts.length <= most ? facts : [...facts].sort((a, b) => b.weight - a.weight).slice(0, most);
  return chosen.map(({ samples }) => samples);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** The text without the samples of other sources: their very names are not for everybody, and those that are gone would alarm for ever. */
function withoutSources(text: string, isVisible: (source: string) => boolean): string {
  return text
    .split('\n')
    .filter((line) => {
      // Within a label's value a quotation mark is escaped, so that this is a label and no part of a value.
      const source = /^[^#].*?[{,]source="([^"]*)"/.exec(line)?.[1];
      return source === undefined || isVisible(source);
    })
    .join('\n');
}
