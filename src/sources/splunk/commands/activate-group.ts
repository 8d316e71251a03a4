/** Makes a group the active one, which ends the other's turn: exactly one is active. */
import { type ById, type Command, done } from '../../../domain/commands.js';
import type { MutationError } from '../../../domain/mutation-error.js';
import { command } from '../../write.js';
import { entryPath } from '../licenser.js';
import { groupSpec } from '../wire.js';
import { quoted, type Reason, refusalOf, refused } from './refusals.js';
import { acceptFeed, listOf, post, type Server, sendOnce } from './server.js';

const NOT_FOUND: Reason = { code: 'GROUP_NOT_FOUND', path: ['groupId'] };

export function activateGroup(server: Server): Command<ById> {
  return command(async ({ vendorId }, signal) => {
    const groups = () => listOf(server, 'groups', groupSpec, signal);
    const path = entryPath('groups', vendorId);
    const before = await groups();
    if (path === null || !before.names.has(vendorId)) return refused(notFound(vendorId));
    if (isActive(before.rows, vendorId) === true) return done(null);
    return sendOnce<null>(
      server,
      {
        request: post(path, { is_active: '1' }),
        accept: acceptFeed(path),
        refusal: (response) => refusalOf(response, { notFound: NOT_FOUND }),
        async confirm() {
          const active = isActive((await groups()).rows, vendorId);
          return active === true ? { happened: true, value: null } : { happened: active };
        },
      },
      signal,
    );
  });
}

type Groups = readonly { readonly name: string; readonly values: { readonly is_active: boolean } }[];

/** Null: not known. */
function isActive(groups: Groups, name: string): boolean | null {
  return groups.find((group) => group.name === name)?.values.is_active ?? null;
}

function notFound(name: string): MutationError {
  return { ...NOT_FOUND, message: `the server has no license group ${quoted(name)}` };
}
