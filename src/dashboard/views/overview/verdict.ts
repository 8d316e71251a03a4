/** Whether anything is wrong, in one sentence. Pure. */
import type { OverviewQuery } from '../../generated/graphql.js';

export interface Verdict {
  readonly level: 'good' | 'warn' | 'bad' | 'unknown';
  readonly sentence: string;
}

export function verdictOf({ overview, blocked }: Pick<OverviewQuery, 'overview' | 'blocked'>): Verdict {
  const { sources, licenses, quotas, messages } = overview;
  if (sources.total === 0) {
    return { level: 'unknown', sentence: 'Nothing is known: there is no source, or none that this key sees.' };
  }
  const quotasIn = (state: string) => quotas.byState.find((each) => each.state === state)?.count ?? 0;
  const licensesIn = (status: string) => licenses.byStatus.find((each) => each.status === status)?.count ?? 0;
  const errors = messages.bySeverity.find(({ severity }) => severity === 'ERROR')?.count ?? 0;
  const warnings = messages.bySeverity.find(({ severity }) => severity === 'WARN')?.count ?? 0;

  const wrong = [
    clause(sources.failing, 'source cannot be read', 'sources cannot be read'),
    clause(blocked.totalCount, 'peer cannot search', 'peers cannot search'),
    clause(quotasIn('EXCEEDED'), 'quota is over its limit', 'quotas are over their limit'),
    clause(licensesIn('EXPIRED'), 'license has expired', 'licenses have expired'),
  ].filter(isSaid);
  if (wrong.length > 0) return { level: 'bad', sentence: `Something is wrong: ${joined(wrong)}.` };
  if (errors > 0) {
    return { level: 'bad', sentence: `Something is wrong: ${clause(errors, 'error is active', 'errors are active')}.` };
  }

  const soon = [
    clause(sources.stale, 'source is out of date', 'sources are out of date'),
    clause(quotasIn('CRITICAL') + quotasIn('WARNING'), 'quota nears its limit', 'quotas near their limit'),
    clause(licensesIn('EXPIRING'), 'license expires soon', 'licenses expire soon'),
  ].filter(isSaid);
  if (soon.length > 0) return { level: 'warn', sentence: `Nothing is wrong yet, but ${joined(soon)}.` };
  if (sources.ok === 0) return { level: 'unknown', sentence: 'Nothing is known yet: no source was read so far.' };
  if (warnings > 0) {
    const said = clause(warnings, 'warning is active', 'warnings are active');
    return { level: 'warn', sentence: `Nothing is wrong yet, but ${said}.` };
  }
  return {
    level: 'good',
    sentence: 'Nothing is wrong: every source was read, no quota nears its limit, and no license expires soon.',
  };
}

function clause(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function isSaid(text: string | null): text is string {
  return text !== null;
}

function joined(clauses: readonly string[]): string {
  return clauses.length < 2 ? clauses.join() : `${clauses.slice(0, -1).join(', ')} and ${clauses.at(-1)}`;
}
