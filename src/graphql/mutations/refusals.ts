/** What is wrong with a mutation's input, gathered: every problem at once, each with its place. */
import { type CommandName, capabilityOf } from '../../domain/commands.js';
import { type Concept, parseGlobalId } from '../../domain/ids.js';
import type { MutationError, MutationErrorCode } from '../../domain/mutation-error.js';
import type { NodeModel, Reader } from '../reader.js';

export interface Refusals {
  readonly errors: readonly MutationError[];
  refuse(code: MutationErrorCode, message: string, ...path: readonly string[]): void;
  /**
   * The thing of that id, where the caller sees it and its source can do what is asked; else null, and a refusal that
   * names `field`. Of no other source than `source`, where one is given.
   */
  find<T extends NodeModel>(reader: Reader, wanted: Wanted): Promise<T | null>;
}

export interface Wanted {
  readonly id: string;
  readonly concept: keyof typeof NOT_FOUND;
  readonly field: string;
  readonly action: CommandName | 'refreshSource';
  readonly source?: string | undefined;
}

const NOT_FOUND = {
  Source: 'SOURCE_NOT_FOUND',
  License: 'LICENSE_NOT_FOUND',
  Group: 'GROUP_NOT_FOUND',
  Stack: 'STACK_NOT_FOUND',
  Pool: 'POOL_NOT_FOUND',
  Target: 'TARGET_NOT_FOUND',
  Policy: 'POLICY_NOT_FOUND',
} as const satisfies Partial<Record<Concept, MutationErrorCode>>;

export function createRefusals(): Refusals {
  const errors: MutationError[] = [];
  const refuse: Refusals['refuse'] = (code, message, ...path) => {
    errors.push({ code, message, path: path.length === 0 ? null : path });
  };
  return {
    errors,
    refuse,
    async find<T extends NodeModel>(reader: Reader, { id, concept, field, action, source }: Wanted) {
      const parsed = parseGlobalId(id);
      const found = parsed === null ? null : await reader.node(id);
      const owner = found === null || parsed === null ? null : reader.source(parsed.source);
      if (owner?.capabilities.includes(capabilityOf(action)) === false) {
        // What can be asked of a vendor can at least be read again; of files nothing can.
        const isImported = owner.capabilities.length === 0;
        const why = isImported
          ? `${owner.name} is imported from files, and cannot be asked for ${action}`
          : `sources of kind ${owner.kind} do not have ${action}`;
        refuse('UNSUPPORTED_BY_SOURCE', why, field);
        return null;
      }
      const isMeant = parsed?.concept === concept && (source === undefined || parsed.source === source);
      if (owner === null || !isMeant) {
        const where = source === undefined ? '' : ` in the source ${source}`;
        refuse(NOT_FOUND[concept], `there is no ${concept.toLowerCase()} of this id${where}`, field);
        return null;
      }
      return found as T;
    },
  };
}
