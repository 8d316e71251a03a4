/** One license from its making to its end (Keygen): made, edited, suspended, reinstated, renewed, checked in, validated, revoked. */
import type { ById, CommandOutcome, Created, SourceCommands, Verdict } from '../../domain/commands.js';
import type { Group, License, Policy } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { GraphqlContext } from '../context.js';
import type { CreateLicenseInput, UpdateLicenseInput } from '../generated/resolvers.js';
import type { SourceView } from '../source-view.js';
import type { Prepared } from './carry-out.js';
import { type CommandById, licenseDeletion } from './deleted.js';
import { type Mutation, mutation, performed } from './frame.js';
import { checkText, LONGEST_TEXT } from './input-form.js';
import { licenseEdit } from './license-input.js';
import { type LicensePayload, licenseNow } from './license-now.js';
import { createRefusals, type Refusals } from './refusals.js';

/** The vendor's own bound, in bytes. */
const LONGEST_KEY = 16 * 1024;

interface LicenseInput {
  readonly licenseId: string;
}

export const createLicense = mutation<CreateLicenseInput, Created, LicensePayload>({
  action: 'createLicense',
  role: 'OPERATOR',
  subjectId: ({ sourceId }) => sourceId,
  async prepare(input, context) {
    const { reader } = context;
    const refusals = createRefusals();
    const action = 'createLicense';
    const found = await refusals.find<SourceView>(reader, {
      ...{ id: input.sourceId, concept: 'Source', field: 'sourceId', action },
    });
    const source = found?.name;
    const policy = await refusals.find<Policy>(reader, {
      ...{ id: input.policyId, concept: 'Policy', field: 'policyId', action, source },
    });
    const group =
      input.groupId == null
        ? undefined
        : await refusals.find<Group>(reader, {
            ...{ id: input.groupId, concept: 'Group', field: 'groupId', action, source },
          });
    const edit = licenseEdit(refusals, input);
    checkText(refusals, input.key, LONGEST_KEY, 'key');
    checkText(refusals, input.ownerVendorId, LONGEST_TEXT, 'ownerVendorId');
    if (source === undefined || policy === null || group === null || refusals.errors.length > 0) return refusals;
    const fresh = {
      ...edit,
      policyVendorId: policy.vendorId ?? '',
      key: input.key ?? undefined,
      groupVendorId: group?.vendorId ?? undefined,
      ownerVendorId: input.ownerVendorId ?? undefined,
    };
    return {
      source,
      before: null,
      perform: performed(context, source, (commands, signal) => commands.createLicense?.(fresh, signal)),
      made: ({ vendorId }) => globalId('License', source, vendorId),
      licenses: ({ vendorId }) => [vendorId],
      answer: async ({ vendorId }, now) => licenseNow(now, globalId('License', source, vendorId)),
    };
  },
});

export const updateLicense = mutation<UpdateLicenseInput, null, LicensePayload>({
  ...ofLicense('updateLicense'),
  async prepare(input, context) {
    const refusals = createRefusals();
    const edit = licenseEdit(refusals, input);
    const { licenseId } = input;
    const { limits = {}, ...others } = edit;
    if ([...Object.values(others), ...Object.values(limits)].every((value) => value === undefined)) {
      refusals.refuse('INVALID_INPUT', 'there is nothing to change: give at least one field');
    }
    return prepared(refusals, context, 'updateLicense', licenseId, (commands, byId, signal) =>
      commands.updateLicense?.({ ...edit, ...byId }, signal),
    );
  },
});

export const suspendLicense = simply('suspendLicense');
export const reinstateLicense = simply('reinstateLicense');
export const renewLicense = simply('renewLicense');
export const checkInLicense = simply('checkInLicense');
export const resetUsage = simply('resetUsage');
export const incrementUsage = counted('incrementUsage');
export const decrementUsage = counted('decrementUsage');

export const validateLicense = mutation<LicenseInput, Verdict, LicensePayload & { readonly verdict: object }>({
  ...ofLicense('validateLicense'),
  async prepare({ licenseId }, context) {
    const asked = await prepared(createRefusals(), context, 'validateLicense', licenseId, (commands, byId, signal) =>
      commands.validateLicense?.(byId, signal),
    );
    if ('errors' in asked) return asked;
    return {
      ...asked,
      async answer(verdict, reader) {
        const answered = await asked.answer(verdict, reader);
        return (
          answered && { ...answered, payload: { ...answered.payload, verdict: { ...verdict, determinate: true } } }
        );
      },
    };
  },
});

export const revokeLicense = licenseDeletion('revokeLicense');

/** What takes nothing but the license. */
function simply(action: CommandById) {
  return mutation<LicenseInput, null, LicensePayload>({
    ...ofLicense(action),
    prepare: ({ licenseId }, context) =>
      prepared(createRefusals(), context, action, licenseId, (commands, byId, signal) =>
        commands[action]?.(byId, signal),
      ),
  });
}

/** What takes a number of uses. */
function counted(action: 'incrementUsage' | 'decrementUsage') {
  return mutation<LicenseInput & { readonly by?: number }, null, LicensePayload>({
    ...ofLicense(action),
    async prepare({ licenseId, by = 1 }, context) {
      const refusals = createRefusals();
      if (by < 1) refusals.refuse('INVALID_INPUT', 'a number from 1 on is wanted', 'by');
      return prepared(refusals, context, action, licenseId, (commands, byId, signal) =>
        commands[action]?.({ ...byId, by }, signal),
      );
    },
  });
}

function ofLicense<Action extends keyof SourceCommands>(action: Action) {
  return { action, role: 'OPERATOR', subjectId: ({ licenseId }: LicenseInput) => licenseId } as const satisfies Omit<
    Mutation<LicenseInput, unknown, unknown>,
    'prepare'
  >;
}

async function prepared<Value>(
  refusals: Refusals,
  context: GraphqlContext,
  action: keyof SourceCommands,
  licenseId: string,
  run: (commands: SourceCommands, byId: ById, signal: AbortSignal) => Promise<CommandOutcome<Value>> | undefined,
): Promise<Prepared<Value, LicensePayload> | Refusals> {
  const wanted = { id: licenseId, concept: 'License', field: 'licenseId', action } as const;
  const before = await refusals.find<License>(context.reader, wanted);
  if (before === null || refusals.errors.length > 0) return refusals;
  const byId = { vendorId: before.vendorId ?? '' };
  return {
    source: before.source,
    before,
    licenses: () => [byId.vendorId],
    perform: performed(context, before.source, (commands, signal) => run(commands, byId, signal)),
    answer: async (_value, reader) => licenseNow(reader, licenseId),
  };
}
