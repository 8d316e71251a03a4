/** The license facts as metrics: their names, what they mean, and how one is written (Prometheus text, version 0.0.4). */
import { licenseStatuses, quotaStates } from '../domain/vocabulary.js';

/** What each metric of license facts means. All are gauges; where a value is not known, or there is none, there is no sample. */
export const families = {
  license_gateway_source_info: 'Is 1: what a source runs, and how reading it went last, as labels.',
  license_gateway_source_up: 'Whether a source was read at the last attempt (1) or not (0); absent before the first.',
  license_gateway_source_stale: 'Whether what is shown of a source may be out of date (1) or not (0).',
  license_gateway_source_last_sync_timestamp_seconds: 'When a source was last read completely, as Unix time.',
  license_gateway_source_sync_interval_seconds: 'How often a source is to be read.',
  license_gateway_licenses: 'Licenses of a source, by status.',
  license_gateway_quotas: 'Quotas of a source, by state.',
  license_gateway_messages_active: 'Active messages of a source, by severity and category.',
  license_gateway_quota_used: 'What is used of a quota, in the unit of its dimension (bytes, or things).',
  license_gateway_quota_limit: 'The limit of a quota, in the unit of its dimension; absent where it is unlimited.',
  license_gateway_quota_ratio: 'The used share of the limit of a quota, 1 being all of it; absent without a limit.',
  license_gateway_quota_state: `The state of a quota from best to worst: ${numbered(quotaStates)}.`,
  license_gateway_license_expiry_seconds: 'When a license expires, as Unix time; absent where it never does.',
  license_gateway_license_status: `The status of a license that expires, from best to worst: ${numbered(licenseStatuses)}.`,
  license_gateway_series_omitted:
    'Things that a scrape does not tell of, since telemetry.metrics.series is less; the best ones.',
} as const;

export type FamilyName = keyof typeof families;
export type Samples = Partial<Record<FamilyName, string>>;
export type Labels = Readonly<Record<string, string>>;

/** One line, or nothing where there is no value. A bigint is as exact as a double can be. */
export function sample(name: FamilyName, labels: Labels, value: number | bigint | null): string {
  return value === null ? '' : `${name}{${labelText(labels)}} ${Number(value)}\n`;
}

/** One sample of each, with the same labels. */
export function samples(labels: Labels, values: Partial<Record<FamilyName, number | bigint | null>>): Samples {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, sample(name as FamilyName, labels, value)]),
  );
}

/** Every family, those without a sample included: who asks for the names is told all of them. */
export function familiesText(parts: readonly Samples[]): string {
  return Object.entries(families)
    .map(([name, help]) => {
      const samples = parts.map((part) => part[name as FamilyName] ?? '').join('');
      return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${samples}`;
    })
    .join('\n');
}

/** Words by the numbers that stand for them: where they are in their list. */
function numbered(words: readonly string[]): string {
  return words.map((word, number) => `${number} ${word.toLowerCase()}`).join(', ');
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([label, value]) => `${label}="${value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`)
    .join(',');
}
