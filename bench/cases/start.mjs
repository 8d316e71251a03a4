/** From the first moment of the process to the first 200 of /readyz, on stores that are there already, against an empty Fastify. */
import { largeGateways, timed } from '../lib/large-gateway.mjs';
import { median, spread } from '../lib/statistics.mjs';

export const about = 'start to ready on an existing store, as the number of licenses grows, against an empty Fastify';

const FLOOR = new URL('../peers/empty-fastify.mjs', import.meta.url).pathname;

export async function run(lab) {
  const start = await largeGateways(lab);
  const took = async (starting) => {
    const server = await starting;
    await server.stop();
    return server.took;
  };
  const floor = () => took(timed(lab, 'empty Fastify', { args: [FLOOR], ready: /listens on (\S+)/ }));
  const sized = Object.fromEntries(lab.sizes.map((size) => [size, () => took(start(size))]));
  // Once for nothing: files come into the system's cache, and stores that are missing are built.
  for (const one of [floor, ...Object.values(sized)]) await one();
  const figures = await lab.interleaved({ floor, ...sized });
  return lab.sizes.map((size) => {
    const seconds = figures[size].map((ms, round) => (ms - figures.floor[round]) / 1_000);
    lab.plot('start', size, median(figures[size]));
    lab.plot('start', size, median(figures.floor), 'floor');
    return {
      name: `start to ready at ${size} licenses, seconds more than an empty Fastify`,
      ratio: median(seconds),
      spread: spread(seconds),
      goal: '<=1.5',
      value: median(figures[size]),
      against: median(figures.floor),
      unit: 'ms',
      detail: '',
    };
  });
}
