/** What the cases of requests share: emulated vendors, our gateway in front of them, and its data for peers in memory. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AUTHORIZATION, ask, startEstate } from '../../lib/estate.mjs';
import { CACHE } from '../../lib/lab.mjs';
import { cursorOf } from '../../peers/cursor.mjs';
import { assertSameAnswers } from './contest.mjs';
import { harvest } from './world.mjs';

export async function startSetting(lab) {
  const licenses = lab.isQuick ? 1_000 : 10_000;
  const estate = await startEstate(lab, { licenses });
  const ours = await estate.gateway('ours');
  const directory = join(CACHE, 'bench');
  mkdirSync(directory, { recursive: true });
  const world = join(directory, 'world.json');
  const known = await harvest(ours.said, world);
  return {
    ...{ estate, licenses, directory, known, ours },
    /** A contestant: varied or repeated requests to our gateway, or another one. */
    asking: (how, { server = ours, headers = AUTHORIZATION } = {}) => ({ server, how, known, headers }),
    /** One of bench/peers. */
    peer: (name, ...args) => startPeer(lab, name, ...args),
    /** One that answers from memory what we answer: as that is checked for each of the operations, a contestant by the operation's name. */
    async inMemory(name, operations) {
      const server = await startPeer(lab, name, world);
      const theirs = { ...known, cursors: known.cursors.map((_, place) => cursorOf(place)) };
      for (const operation of operations) {
        await assertSameAnswers({
          ...{ operation, ours: known, theirs },
          askOurs: (query, variables) => ask(ours.said, query, variables),
          askTheirs: (query, variables) => ask(server.said, query, variables),
        });
      }
      return { server, how: 'varied', known: theirs };
    },
  };
}

function startPeer(lab, name, ...args) {
  return lab.server(name, { args: [new URL(`../../peers/${name}.mjs`, import.meta.url).pathname, ...args] });
}
