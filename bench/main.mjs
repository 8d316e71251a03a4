/** Runs the benchmarks: cases of bench/cases one after the other, then the table, the figures as JSON and the plot. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments, USAGE } from './lib/arguments.mjs';
import { circumstances } from './lib/circumstances.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { CACHE, createLab } from './lib/lab.mjs';
import { canPin } from './lib/process.mjs';
import { tableOf } from './lib/table.mjs';

const directory = new URL('./cases/', import.meta.url);
const known = readdirSync(directory)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -4));

const asked = parseArguments(process.argv.slice(2), known);
if (asked.problems !== undefined) {
  console.error(asked.problems.join('\n'));
  process.exitCode = 2;
} else if (asked.isHelp) console.log(await help());
else await measure(asked);

async function measure({ cases, ...options }) {
  const say = (line) => console.error(line);
  if (!canPin)
    say('Servers and load share the cores: there is no taskset here, or one core only. Ratios hold, but vary more.');
  const rows = [];
  const points = [];
  const failures = [];
  for (const name of cases) {
    const lab = createLab({ ...options, name, say });
    try {
      const { run, needsPeers = false } = await import(new URL(`${name}.mjs`, directory).href);
      if (needsPeers && !options.isAlone) ensureInstalled(say);
      rows.push(...(await run(lab)).map((row) => ({ case: name, ...row })));
      points.push(...lab.points);
    } catch (error) {
      failures.push(`${name}: ${error.stack ?? error}`);
    } finally {
      await lab.close();
    }
  }
  const table = tableOf(rows);
  console.log(table);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(join(CACHE, 'bench.md'), `${table}\n`);
  writeFileSync(join(CACHE, 'bench.json'), JSON.stringify({ ...circumstances(), ...options, rows, points }, null, 2));
  for (const failure of failures) console.error(failure);
  if (failures.length > 0) process.exitCode = 1;
}

async function help() {
  const lines = [];
  for (const name of known) {
    const { about } = await import(new URL(`${name}.mjs`, directory).href);
    lines.push(`  ${name.padEnd(20)}  ${about}`);
  }
  return `${USAGE}\n\nCases:\n${lines.join('\n')}`;
}
