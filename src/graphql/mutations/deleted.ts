/** Deleting one thing, whichever it is: done when it is no longer to be seen. */
import type { ById, Command, SourceCommands } from '../../domain/commands.js';
import type { Entity, License } from '../../domain/entities.js';
import type { GraphqlContext } from '../context.js';
import type { Prepared } from './carry-out.js';
import { mutation, performed } from './frame.js';
import { createRefusals } from './refusals.js';

/** Commands that take nothing but an id. */
export type CommandById = {
  readonly [Name in keyof SourceCommands]-?: NonNullable<SourceCommands[Name]> extends Command<ById> ? Name : never;
}[keyof SourceCommands];

export function deleted(
  context: GraphqlContext,
  thing: Entity,
  name: CommandById,
  /** The license that it is, or belongs to. */
  license: License | null = null,
): Prepared<null, { readonly deletedId: string }> {
  const { id, source, vendorId } = thing;
  return {
    source,
    before: thing,
    ...(license?.vendorId == null ? {} : { licenses: () => [license.vendorId ?? ''] }),
    perform: performed(context, source, (commands, signal) => commands[name]?.({ vendorId: vendorId ?? '' }, signal)),
    answer: async (_value, reader) =>
      (await reader.node(id)) === null ? { payload: { deletedId: id }, after: null } : null,
  };
}

/** The mutation that deletes a license, under either of its names. */
export function licenseDeletion(action: 'deleteLicense' | 'revokeLicense') {
  return mutation<{ readonly licenseId: string }, null, { readonly deletedId: string }>({
    action,
    role: 'ADMIN',
    subjectId: ({ licenseId }) => licenseId,
    async prepare({ licenseId }, context) {
      const refusals = createRefusals();
      const wanted = { id: licenseId, concept: 'License', field: 'licenseId', action } as const;
      const license = await refusals.find<License>(context.reader, wanted);
      return license === null ? refusals : deleted(context, license, action, license);
    },
  });
}
