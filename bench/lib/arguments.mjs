/** The command line of the benchmarks. */

export const USAGE = `npm run bench -- [options] [case ...]

Measures the cases that are named, or all of them; each figure is a ratio within one run. Servers run on one core, load on the other.

  --quick               fewer and smaller sizes, shorter rounds: to see that all works
  --profile             server processes write CPU profiles to .cache/profiles; the most expensive functions are printed
  --compare REV REV     two commits side by side: both are built, rounds alternate, the table tells B / A of each own figure
  --help                this

Results: the table on standard output and in .cache/bench.md, figures in .cache/bench.json, the plot in bench/cost.svg.`;

const FLAGS = { '--quick': 'isQuick', '--profile': 'isProfiled', '--help': 'isHelp', '--no-peers': 'isAlone' };

/** Either `{ cases, compare, isQuick, … }` or `{ problems }`, all of them. */
export function parseArguments(args, known) {
  const parsed = { cases: [], compare: null, isQuick: false, isProfiled: false, isHelp: false, isAlone: false };
  const problems = [];
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift();
    if (FLAGS[arg] !== undefined) parsed[FLAGS[arg]] = true;
    else if (arg === '--compare') {
      const revisions = rest.splice(0, 2);
      if (revisions.length < 2) problems.push('--compare wants two commits, as in --compare main~5 main');
      else parsed.compare = revisions;
    } else if (arg.startsWith('-')) problems.push(`there is no option ${arg}; --help lists them`);
    else if (!known.includes(arg)) problems.push(`there is no case "${arg}"; there are ${known.join(', ')}`);
    else parsed.cases.push(arg);
  }
  if (problems.length > 0) return { problems };
  return { ...parsed, cases: parsed.cases.length === 0 ? [...known] : parsed.cases };
}
