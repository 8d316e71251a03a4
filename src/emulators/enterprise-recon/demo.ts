/** The demo installation: the non-sitewide sample moved to the present, with enough around it that every view has something to show. */
import { nonSitewideBody } from './samples.js';
import type { DataUsageRow, LicensesBody, SummaryRow, TargetRow } from './state.js';

const DAY_S = 86_400;
/** Inside the gateway's default EXPIRING window. */
const DAYS_LEFT = 21;
const GB = 1_000_000_000;
/** Below 2^64, beyond what a double and a signed 64-bit integer hold: as the vendor's own ids. */
const FIRST_ID = 12_157_665_459_056_928_801n;
const ID_STEP = 97_531_246_801_357n;

/** One host: its pool, and the bytes of each of its locations. */
type Host = readonly [name: string, type: 'server' | 'workstation' | 'none', ...gigabytes: number[]];

const hosts: readonly Host[] = [
  ['FILESRV-01', 'server', 11.9, 3.87],
  ['FILESRV-02', 'server', 7.25],
  ['HR-DB-PRIMARY', 'server', 6.913, 1.204],
  ['HR-DB-STANDBY', 'server', 6.9],
  ['CRM-APP-01', 'server', 2.481],
  ['PAYMENTS-GW', 'server', 0.713],
  ['INTRANET', 'server', 3.02, 0.441],
  ['LAB-UBUNTU-3', 'server'],
  ['FINANCE-LT-07', 'workstation', 11.4],
  ['FINANCE-LT-11', 'workstation', 8.75, 4.2],
  ['SALES-LT-02', 'workstation', 7.9],
  ['SALES-LT-03', 'workstation', 6.14],
  ['DESIGN-MAC-1', 'workstation', 9.3],
  ['RECEPTION-PC', 'workstation', 1.12],
  ['OLD-KIOSK', 'none'],
];

/** The two ways in which the samples write a location behind its host. */
const locations = [' All local files', '/D:\\Archive'];

/** Deterministic for one time: exceeded in client bytes, near its limit in servers and server bytes, expiring. */
export function demoBody(now: Date): LicensesBody {
  const sampleTargets = nonSitewideBody.targets ?? [];
  const sampleUsages = nonSitewideBody.datausage ?? [];
  const targets = [
    ...sampleTargets.map((row) => ({ ...row })),
    ...hosts.map(([name, type], index): TargetRow => ({ name, id: id(index), type })),
  ];
  const datausage = [
    ...sampleUsages.map((row, index) => ({ id: id(1_000 + index), ...row })),
    ...hosts.flatMap(([name, type, ...gigabytes], host) =>
      gigabytes.map(
        (size, index): DataUsageRow => ({
          id: id(2_000 + 10 * host + index),
          type: 'file',
          location: `${name}${locations[index] ?? ''}`,
          bytes: String(Math.round(size * GB)),
          attribution: type === 'server' ? 'server' : 'client',
        }),
      ),
    ),
  ];
  return {
    ...nonSitewideBody,
    state: 'exceeded',
    // Whole days, so that starting again on the same day gives the same date.
    expires: String((Math.floor(now.getTime() / 1000 / DAY_S) + DAYS_LEFT) * DAY_S),
    summary: [
      count('server', 'Server', 11, targets),
      count('client', 'Client', 25, targets),
      allowance('server', 'Server Data Allowance', 50, sum(datausage, 'server')),
      // As in the sample, the locations of the clients add up to less than the summary says.
      allowance('client', 'Client Data Allowance', 50, sum(datausage, 'client') + 1_944_612_936n),
    ],
    targets,
    datausage,
    warning: '2347137973 bytes of scanned data from 3 scans pending processing',
  };
}

function id(index: number): string {
  return String(FIRST_ID + BigInt(index) * ID_STEP);
}

function count(type: string, comment: string, total: number, targets: readonly TargetRow[]): SummaryRow {
  const own = type === 'client' ? 'workstation' : type;
  return { type, comment, total: String(total), usage: String(targets.filter((row) => row.type === own).length) };
}

function allowance(type: string, comment: string, gigabytes: number, usage: bigint): SummaryRow {
  return { type, comment, total: String(gigabytes * GB), usage: String(usage) };
}

function sum(rows: readonly DataUsageRow[], attribution: string): bigint {
  return rows.reduce((total, row) => (row.attribution === attribution ? total + BigInt(row.bytes) : total), 0n);
}
