/** Runs the benchmarks: cases of bench/cases one after the other, then the table, the figures as JSON and the plot. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments, USAGE } from './lib/arguments.mjs';
import { circumstances } from './lib/circumstances.mjs';
import { compareCommits } from './lib/compare.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { CACHE, createLab, PROFILES } from './lib/lab.mjs';
import { canPin } from './lib/process.mjs';
import { profileLines } from './lib/profiles.mjs';
import { tableOf } from './lib/table.mjs';
import { isWhole, plotOf } from './plot.mjs';

const directory = new URL('./cases/', import.meta.url);
const known = readdirSync(directory)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -4));
const say = (line) => console.error(line);

const asked = parseArguments(process.argv.slice(2), known);
if (asked.problems !== undefined) {
  for (const problem of asked.problems) say(problem);
  process.exitCode = 2;
} else if (asked.isHelp) console.log(await help());
else {
  if (!canPin)
    say('Servers and load share the cores: there is no taskset here, or one core only. Ratios vary more so.');
  mkdirSync(CACHE, { recursive: true });
  if (asked.compare !== null) compare(asked);
  else await measure(asked);
}

function compare({ compare: revisions, ...options }) {
  try {
    console.log(tableOf(compareCommits(revisions, { ...options, say })));
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}

async function measure({ cases, round, isQuick, isOnce, isProfiled }) {
  const rows = [];
  const points = [];
  for (const name of cases) {
    const lab = createLab({ name, isQuick, isOnce, isProfiled, isAlone: round !== null, say });
    if (isProfiled) rmSync(join(PROFILES, name), { recursive: true, force: true });
    try {
      const { run, needsPeers = false } = await import(new URL(`${name}.mjs`, directory).href);
      if (needsPeers && !lab.isAlone) ensureInstalled(say);
      rows.push(...(await run(lab)).map((row) => ({ case: name, ...row })));
      points.push(...lab.points);
    } catch (error) {
      // The other cases are worth having all the same.
      say(`${name}: ${error.stack ?? error}`);
      process.exitCode = 1;
    } finally {
      await lab.close();
    }
    if (isProfiled) for (const line of profileLines(join(PROFILES, name))) say(line);
  }
  const figures = JSON.stringify({ ...circumstances(), isQuick, isOnce, rows, points }, null, 2);
  if (round !== null) return writeFileSync(round, figures);
  const table = tableOf(rows);
  console.log(table);
  writeFileSync(join(CACHE, 'bench.md'), `${table}\n`);
  writeFileSync(join(CACHE, 'bench.json'), figures);
  if (points.length === 0) return;
  writeFileSync(join(CACHE, 'cost.svg'), plotOf(points));
  if (!isQuick && isWhole(points)) writeFileSync(new URL('./cost.svg', import.meta.url), plotOf(points));
}

async function help() {
  const lines = [];
  for (const name of known) {
    const { about } = await import(new URL(`${name}.mjs`, directory).href);
    lines.push(`  ${name.padEnd(20)}  ${about}`);
  }
  return `${USAGE}\n\nCases:\n${lines.join('\n')}`;
}
