/** Creates a pool on a stack; Splunk answers with an empty feed, so that the pool itself shows on reading only. */
import { type Command, type NewPool, notDone } from '../../../domain/commands.js';
import { command } from '../../write.js';
import { hasFixedPools } from '../entitlements.js';
import { fold } from '../figures.js';
import { entryPath, listPath } from '../licenser.js';
import { lookup } from '../names.js';
import { poolSpec, stackSpec } from '../wire.js';
import { hasOtherMax, isAsAsked } from './pool-facts.js';
import { fixedPool, quoted, type Reason, refusalOf, refused } from './refusals.js';
import { acceptFeed, listOf, post, type Server, sendOnce } from './server.js';

const TAKEN: Reason = { code: 'POOL_EXISTS', path: ['name'] };
const NO_STACK: Reason = { code: 'STACK_NOT_FOUND', path: ['stackId'] };

export function createPool(server: Server): Command<NewPool> {
  return command(async (input, signal) => {
    const { name } = input;
    if (entryPath('pools', name) === null) {
      const text = `${quoted(name)} can be no pool's name: the server could not be asked for it again`;
      return notDone('INVALID_INPUT', text, ['name']);
    }
    const pools = () => listOf(server, 'pools', poolSpec, signal);
    const findStack = async () => lookup((await listOf(server, 'stacks', stackSpec, signal)).rows)(input.stackVendorId);
    const stack = await findStack();
    if (stack === null) {
      return notDone(NO_STACK.code, `the server has no stack ${quoted(input.stackVendorId)}`, NO_STACK.path);
    }
    if (hasFixedPools(stack.name)) return refused(fixedPool(stack.name, 'stackId'));
    if ((await pools()).names.has(name)) {
      return notDone(TAKEN.code, `there is a pool ${quoted(name)} already`, TAKEN.path);
    }
    const path = listPath('pools');
    const fields = {
      name,
      quota: input.quota,
      stack_id: stack.name,
      ...(input.description === undefined ? {} : { description: input.description }),
      ...(input.peers === undefined ? {} : { [await peersField()]: input.peers.join(',') }),
    };

    async function peersField(): Promise<string> {
      return (await server.licenser.usesOldNames(signal)) ? 'slaves' : 'peers';
    }

    async function why(): Promise<Reason | null> {
      const { names, rows } = await pools();
      if (names.has(name)) return TAKEN;
      if (input.quota === 'MAX' && hasOtherMax(rows, fields.stack_id, name)) {
        return { code: 'MAX_POOL_EXISTS', path: ['quota'] };
      }
      return (await findStack()) === null ? NO_STACK : null;
    }

    return sendOnce<null>(
      server,
      {
        request: post(path, fields),
        accept: acceptFeed(path),
        refusal: (response) => refusalOf(response, { notFound: NO_STACK, why }),
        async confirm() {
          const { names, rows, complete } = await pools();
          if (!names.has(name)) return { happened: complete ? false : null };
          const made = rows.find((pool) => pool.name === name);
          const isOurs =
            made !== undefined && fold(made.values.stack_id) === fold(fields.stack_id) && isAsAsked(made, input);
          return isOurs ? { happened: true, value: null } : { happened: null };
        },
      },
      signal,
    );
  });
}
