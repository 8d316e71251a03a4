/** Two commits side by side: each is built in a worktree of its own, and the same cases are run on both in turn. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE } from './lab.mjs';
import { versus } from './rows.mjs';

const ROUNDS = 3;
const root = fileURLToPath(new URL('../../', import.meta.url));
const main = fileURLToPath(new URL('../main.mjs', import.meta.url));

/** Rows of B / A. Both are measured by the benchmarks of this checkout. */
export function compareCommits(revisions, { cases, isQuick, say }) {
  const products = revisions.map(commitOf).map(checkedOut);
  try {
    products.forEach((directory, i) => {
      say(`building ${revisions[i]}`);
      execFileSync('npm', ['run', 'build'], { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
    });
    const told = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, directory] of products.entries()) {
        say(`round ${round + 1} of ${ROUNDS}: ${revisions[i]}`);
        told[i].push(measured(directory, { cases, isQuick }));
      }
    }
    return comparedRows(told, revisions);
  } finally {
    for (const directory of products) git('worktree', 'remove', '--force', directory);
  }
}

/** `told` holds the rows of each round of A, and those of B. */
export function comparedRows([ofA, ofB], [a, b]) {
  return ofA[0].flatMap(({ name }) => {
    const [ours, theirs] = [ofB, ofA].map((rounds) =>
      rounds.map((rows) => ownFigure(rows.find((row) => row.name === name))),
    );
    if ([...ours, ...theirs].includes(undefined)) return [];
    const { unit } = ofA[0].find((row) => row.name === name);
    return [versus({ name: `${name}: ${b} / ${a}`, ours, theirs, unit: unit ?? '' })];
  });
}

/** Some rows have no figure of their own but the ratio. */
function ownFigure(row) {
  return row?.value ?? row?.ratio ?? undefined;
}

function measured(directory, { cases, isQuick }) {
  const file = join(CACHE, 'compare', 'round.json');
  rmSync(file, { force: true });
  const args = [main, '--round', file, ...(isQuick ? ['--quick'] : []), ...cases];
  const { status } = spawnSync(process.execPath, args, {
    env: { ...process.env, BENCH_PRODUCT: directory },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`The benchmarks do not run on ${directory}`);
  return JSON.parse(readFileSync(file, 'utf8')).rows;
}

/** A worktree of its own, with this checkout's node_modules. */
function checkedOut(commit) {
  mkdirSync(join(CACHE, 'compare'), { recursive: true });
  const directory = mkdtempSync(join(CACHE, 'compare', `${commit.slice(0, 9)}-`));
  git('worktree', 'add', '--detach', directory, commit);
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
  return directory;
}

function commitOf(revision) {
  try {
    return git('rev-parse', '--verify', `${revision}^{commit}`);
  } catch {
    throw new Error(`--compare: there is no commit "${revision}" here; git log lists those there are`);
  }
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}
