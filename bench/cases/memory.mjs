/** What a gateway holds in memory under a full load of pages, on a store that is there already. */
import { AUTHORIZATION } from '../lib/estate.mjs';
import { largeGateways } from '../lib/large-gateway.mjs';
import { versus } from '../lib/rows.mjs';
import { median } from '../lib/statistics.mjs';

export const about = 'resident memory under a full load of pages: all of them in turn, and one again and again';

const MODULE = new URL('../lib/large-pages.mjs', import.meta.url).href;
const GOAL_MB = 200;
/** The size that the goal is for. */
const CHIEF = 100_000;

export async function run(lab) {
  const start = await largeGateways(lab);
  const seconds = lab.isQuick ? 5 : 20;
  const chief = lab.sizes.findLast((size) => size <= CHIEF);

  async function loaded(size, name) {
    const gateway = await start(size);
    const { perSecond } = await lab.load(gateway, {
      url: gateway.said,
      headers: AUTHORIZATION,
      requests: { module: MODULE, name, args: [size] },
      seconds,
    });
    const usage = gateway.usage();
    await gateway.stop();
    if (usage === null) throw new Error('there is no /proc here to tell the memory of a process');
    lab.say(`${size}, ${name}: ${partsOf(usage)}, ${perSecond.toFixed(0)} pages/s`);
    return usage;
  }

  const figures = await lab.interleaved({
    inTurn: () => loaded(chief, 'inTurn'),
    firstOnly: () => loaded(chief, 'firstOnly'),
  });
  for (const size of lab.sizes) {
    const usages = size === chief ? figures.inTurn : [await loaded(size, 'inTurn')];
    lab.plot('memory', size, median(usages.map(({ rss }) => megabytes(rss))));
  }
  const row = (how, usages) =>
    versus({
      name: `resident memory at ${chief} licenses after ${seconds} s of ${how} / ${GOAL_MB} MB`,
      ours: usages.map(({ rss }) => megabytes(rss)),
      theirs: usages.map(() => GOAL_MB),
      goal: '<=1',
      unit: 'MB',
      detail: partsOf(usages.at(-1)),
    });
  return [row('all pages in turn', figures.inTurn), row('one page again and again', figures.firstOnly)];
}

function partsOf({ rss, rssAnon, rssFile }) {
  const of = (bytes) => megabytes(bytes).toFixed(0);
  return `${of(rss)} MB, ${of(rssAnon)} of them its own, ${of(rssFile)} of files, which the system may take back`;
}

function megabytes(bytes) {
  return bytes / 2 ** 20;
}
