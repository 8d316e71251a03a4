/**
 * Writes batches of 100 documents into an embedded store without pause, also after one has failed, until it is killed. Tells
 * `acknowledged <n>` of each that was, `failed <why>` of each that was not, and `unheard` of a rejection that nobody waits for.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmbeddedRepo } from '../../dist/store/embedded/repo.js';

const [dir, collections] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);
process.on('unhandledRejection', (reason) => say(`unheard ${reason}`));
const repo = await openEmbeddedRepo({ dir, collections: JSON.parse(collections) });

for (let batch = 0; ; ) {
  const docs = Array.from({ length: 100 }, (_, n) => {
    const id = `b${batch}n${n}`;
    return { _id: id, id, source: 's1', name: 'x'.repeat(200), batch };
  });
  try {
    await repo.insertMany('things', docs);
    say(`acknowledged ${batch}`);
    batch += 1;
  } catch (error) {
    say(`failed ${error.name}: ${error.message}`);
    await sleep(20);
  }
}
