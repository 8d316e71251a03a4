/** Writes batches into an embedded store for as long as it lives, and tells each on stdout once it is acknowledged. */
import { openEmbeddedRepo } from '../../dist/store/embedded/repo.js';

const [dir, collections, mode] = process.argv.slice(2);
const repo = await openEmbeddedRepo({ dir, collections: JSON.parse(collections) });
process.stdout.write('open\n');
// Held open, and nothing more, until it is killed.
if (mode === 'hold') setInterval(() => {}, 1000);
else await writeForever();

async function writeForever() {
  const [{ name }] = JSON.parse(collections);
  const already = await repo.count(name, { anyOf: [{ source: 's1' }] });
  for (let batch = already / 150; ; batch += 1) {
    const docs = Array.from({ length: 150 }, (_, n) => {
      const id = `b${batch}n${n}`;
      return {
        _id: id,
        id,
        source: 's1',
        name: `${(n * 7919) % 150}`,
        batch,
        from: 1,
        until: 5,
        words: [id, 'common'],
      };
    });
    await repo.insertMany(name, docs);
    await repo.patchMany(
      name,
      docs.slice(0, 50).map((doc) => doc._id),
      { until: 9 },
    );
    await repo.bump(name, 'tally', { batches: 1 });
    process.stdout.write(`acknowledged ${batch}\n`);
  }
}
