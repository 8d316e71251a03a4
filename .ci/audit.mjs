/**
 * `npm audit --omit=dev`: fails on every advisory that audit-exceptions.json does not give a reason for ({"GHSA-…": "why"}), and
 * on every exception that is none any more. Not every registry answers it: where none does, that is said, and nothing is known.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const exceptions = JSON.parse(readFileSync(new URL('audit-exceptions.json', import.meta.url), 'utf8'));
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
const { vulnerabilities, error, message } = parsed(stdout);

if (vulnerabilities === undefined) {
  console.log(`not audited: the registry does not answer npm audit (${message ?? error?.summary ?? 'no answer'})`);
} else {
  // What is vulnerable through another package names that one; the advisory itself is told once, where it belongs.
  const advisories = Object.values(vulnerabilities).flatMap(({ via }) =>
    via.filter((each) => typeof each === 'object'),
  );
  const found = new Map(
    advisories.map(({ url, name, title }) => [url.split('/').at(-1), `${name}: ${title} (${url})`]),
  );
  const open = [...found].filter(([id]) => exceptions[id] === undefined).map(([, text]) => text);
  const stale = Object.keys(exceptions).filter((id) => !found.has(id));
  for (const [id, why] of Object.entries(exceptions))
    if (found.has(id)) console.log(`excepted: ${found.get(id)}: ${why}`);
  for (const text of open) console.error(`vulnerable: ${text}`);
  for (const id of stale) console.error(`audit-exceptions.json: ${id} is no finding any more; remove it`);
  if (open.length + stale.length > 0) process.exitCode = 1;
  else console.log(`audited: ${found.size} advisories, each with a reason`);
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
