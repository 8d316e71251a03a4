/** Deleting one thing, whichever it is: done when it is no longer to be seen. */
import type { ById, Command, SourceCommands } from '../../domain/commands.js';
import type { Entity, License } from '../../domain/entities.js';
import type { GraphqlContext } from '../context.js';
import { type Prepared, performed } from './frame.js';

/** Commands that take nothing but an id. */
export type CommandById = {
  readonly [Name in keyof SourceCommands]-?: NonNullable<SourceCommands[Name]> extends Command<ById> ? Name : never;
}[keyof SourceCommands];

export function deleted(
  context: GraphqlContext,
  { id, source, vendorId, ...rest }: Entity,
  name: CommandById,
  /** The license that it is, or belongs to. */
  license: License | null = null,
): Prepared<null, { readonly deletedId: string }> {
  return {
    source,
    before: { id, source, vendorId, ...rest },
    ...(license?.vendorId == null ? {} : { licenses: () => [license.vendorId ?? ''] }),
    perform: performed(context, source, (commands, signal) => commands[name]?.({ vendorId: vendorId ?? '' }, signal)),
    answer: async (_value, reader) =>
      (await reader.node(id)) === null ? { payload: { deletedId: id }, after: null } : null,
  };
}
