/** Reads a configured source once, as a gateway would, and puts into words what it saw. */
import { SourceFailure } from '../domain/failure.js';
import { silentLogger, systemClock } from '../domain/ports.js';
import type { Snapshot } from '../domain/snapshot.js';
import type { SourceModule, SourceOptions } from '../sources/source.js';

export interface Look {
  /** Whether it could be read; a part that was refused does not count against it. */
  readonly isWell: boolean;
  /** Lines for a person. */
  readonly lines: readonly string[];
}

/** Longer than a reader waits; an account of a hundred thousand licenses is read within it. */
const WITHIN_MS = 600_000;
/** What is said of rows that are wrong; the others are counted. */
const MOST_FINDINGS = 5;

export async function lookAtSource(
  options: SourceOptions,
  modules: readonly SourceModule[],
  withinMs = WITHIN_MS,
): Promise<Look> {
  const { name, kind } = options;
  const module = modules.find((each) => each.kind === kind);
  if (module === undefined) throw new Error(`no module is registered for sources of kind "${kind}"`);
  if (options.isImported) return { isWell: true, lines: [`${name}: imported, so nothing is asked of it`] };
  const connection = module.connect(options, { clock: systemClock, logger: silentLogger });
  const began = performance.now();
  const giveUp = new AbortController();
  const deadline = setTimeout(() => {
    const message = `reading it all took longer than ${withinMs / 1000} s; check that nothing slows it down`;
    giveUp.abort(new SourceFailure('TIMEOUT', 'DEADLINE', message));
  }, withinMs);
  try {
    const snapshot = await connection.read(giveUp.signal);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    return { isWell: true, lines: [`${name}: OK in ${seconds} s, ${seen(snapshot)}`, ...flaws(snapshot)] };
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return { isWell: false, lines: [`${name}: ${error.status} (${error.code})`, `  ${error.message}`] };
  } finally {
    clearTimeout(deadline);
    await connection.close();
  }
}

function seen(snapshot: Snapshot): string {
  const { version, timeZone, licenses, groups, stacks, pools, peers, targets, dataUsages, policies, messages } =
    snapshot;
  const counts = Object.entries({
    license: licenses,
    group: groups,
    stack: stacks,
    pool: pools,
    peer: peers,
    target: targets,
    'data usage': dataUsages,
    policy: policies,
    message: messages ?? [],
  })
    .filter(([, rows]) => rows.length > 0)
    .map(([what, rows]) => counted(rows.length, what));
  return [
    version === null ? 'version not told' : `version ${version}`,
    ...(timeZone === null ? [] : [`days of ${timeZone}`]),
    counts.join(', ') || 'nothing in it',
  ].join('; ');
}

function flaws({ gaps, findings }: Snapshot): readonly string[] {
  const more = findings.length - MOST_FINDINGS;
  return [
    ...gaps.map(({ part, message }) => `  without its ${part}: ${message}`),
    ...findings.slice(0, MOST_FINDINGS).map(({ category, description }) => `  ${category}: ${description}`),
    ...(more > 0 ? [`  and ${counted(more, 'finding')} more`] : []),
  ];
}

function counted(count: number, what: string): string {
  const many = what.endsWith('y') ? `${what.slice(0, -1)}ies` : `${what}s`;
  return `${count} ${count === 1 ? what : many}`;
}
