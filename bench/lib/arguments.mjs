/** The command line of the benchmarks. */

export const USAGE = `npm run bench -- [options] [case ...]

Measures the cases that are named, or all of them; each figure is a ratio within one run. Servers run on one core, load on the other.

  --quick               fewer and smaller sizes, one short round: to see that all works
  --once                every size, but one round and no spread: for a first look at a whole run
  --profile             server processes write CPU profiles to .cache/profiles; the costliest functions are printed
  --compare REV REV     two commits side by side: both are built, rounds alternate, the table tells B / A of each own figure
  --help                this

Results: the table on standard output and in .cache/bench.md, figures in .cache/bench.json, the plot in .cache/cost.svg
(and in bench/cost.svg, when the run has all of it). Peers are installed in bench/node_modules by the first case that needs them.`;

const FLAGS = { '--quick': 'isQuick', '--once': 'isOnce', '--profile': 'isProfiled', '--help': 'isHelp' };
/** With how many operands each comes, and what a message says of it. `--round` is for what --compare starts. */
const OPTIONS = {
  '--compare': { count: 2, wants: '--compare wants two commits, as in --compare main~5 main' },
  '--round': { count: 1, wants: '--round wants the file that its figures are written to' },
};

/** Either `{ cases, compare, round, isQuick, isOnce, isProfiled, isHelp }` or `{ problems }`, all of them. */
export function parseArguments(args, known) {
  const parsed = {
    cases: [],
    compare: null,
    round: null,
    isQuick: false,
    isOnce: false,
    isProfiled: false,
    isHelp: false,
  };
  const problems = [];
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift();
    const option = OPTIONS[arg];
    if (FLAGS[arg] !== undefined) parsed[FLAGS[arg]] = true;
    else if (option !== undefined) {
      const operands = rest.splice(0, option.count);
      if (operands.length < option.count) problems.push(option.wants);
      parsed[arg.slice(2)] = option.count === 1 ? operands[0] : operands;
    } else if (arg.startsWith('-')) problems.push(`there is no option ${arg}; --help lists them`);
    else if (!known.includes(arg)) problems.push(`there is no case "${arg}"; there are ${known.join(', ')}`);
    else parsed.cases.push(arg);
  }
  if (problems.length > 0) return { problems };
  return { ...parsed, cases: parsed.cases.length === 0 ? [...known] : parsed.cases };
}
