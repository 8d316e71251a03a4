/** Deletes a license by its hash. The last one of the active group stays: another group must be activated first. */
import { type ById, type Command, notDone } from '../../../domain/commands.js';
import { command } from '../../write.js';
import { fold } from '../figures.js';
import { entryPath } from '../licenser.js';
import { groupSpec, licenseSpec, type RowOf } from '../wire.js';
import { quoted, type Reason, refusalOf } from './refusals.js';
import { acceptFeed, deletion, type Fact, isGone, listOf, type Server, sendOnce } from './server.js';

const NOT_FOUND: Reason = { code: 'LICENSE_NOT_FOUND', path: ['licenseId'] };
const LAST: Reason = { code: 'LAST_LICENSE_IN_ACTIVE_GROUP', path: ['licenseId'] };

export function deleteLicense(server: Server): Command<ById> {
  return command(async ({ vendorId }, signal) => {
    const licenses = () => listOf(server, 'licenses', licenseSpec, signal);
    const path = entryPath('licenses', vendorId);
    if (path === null || !(await licenses()).names.has(vendorId)) {
      return notDone(NOT_FOUND.code, `the server has no license ${quoted(vendorId)}`, NOT_FOUND.path);
    }

    async function why(): Promise<Reason | null> {
      const { rows } = await licenses();
      const groups = await listOf(server, 'groups', groupSpec, signal);
      const active = groups.rows.find((group) => group.values.is_active);
      return active !== undefined && isLast(vendorId, rows, active) ? LAST : null;
    }

    return sendOnce<null>(
      server,
      {
        request: deletion(path),
        accept: acceptFeed(path),
        refusal: (response) => refusalOf(response, { notFound: NOT_FOUND, why }),
        confirm: async () => isGone(vendorId, await licenses()),
      },
      signal,
    );
  });
}

type License = Fact<RowOf<typeof licenseSpec.required, typeof licenseSpec.optional>>;
type Group = Fact<RowOf<typeof groupSpec.required, typeof groupSpec.optional>>;

/** Whether no other license of the group counts: expired ones do not. */
function isLast(hash: string, licenses: readonly License[], group: Group): boolean {
  const isOfGroup = ({ values }: License): boolean =>
    values.group_id === null
      ? (group.values.stack_ids ?? []).some((stack) => fold(stack) === fold(values.stack_id))
      : fold(values.group_id) === fold(group.name);
  const own = licenses.find((license) => license.name === hash);
  if (own === undefined || !isOfGroup(own)) return false;
  const counts = (license: License) => license.values.status?.trim().toUpperCase() !== 'EXPIRED';
  return !licenses.some((license) => license.name !== hash && isOfGroup(license) && counts(license));
}
