/** Runs every benchmark, prints one table and writes it as JSON. Each figure is a ratio measured within this one run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dashboardTable } from './dashboard-table.mjs';
import { evaluation } from './evaluate.mjs';
import { exported } from './export.mjs';
import { forecastQuality } from './forecast-quality.mjs';
import { pageScale } from './page-scale.mjs';
import { subscribers } from './subscribers.mjs';

const benchmarks = [pageScale, dashboardTable, evaluation, forecastQuality, subscribers, exported];
const rows = [];
for (const benchmark of benchmarks) rows.push(...(await benchmark()));

console.table(
  rows.map(({ name, ratio, goal, detail }) => ({
    name,
    ratio: ratio.toFixed(2),
    goal,
    met: meets(ratio, goal) ? 'yes' : 'NO',
    detail,
  })),
);
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/bench.json', JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, rows }, null, 2));

function meets(ratio, goal) {
  const bound = Number(goal.slice(2));
  return goal.startsWith('<=') ? ratio <= bound : ratio >= bound;
}
