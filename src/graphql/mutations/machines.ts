/** Machines: activated for a license, and deactivated (Keygen). */
import type { Created, NewMachine } from '../../domain/commands.js';
import type { License, Target } from '../../domain/entities.js';
import { globalId } from '../../domain/ids.js';
import type { ActivateMachineInput, DeactivateMachineInput } from '../generated/resolvers.js';
import { deleted } from './deleted.js';
import { mutation, performed } from './frame.js';
import { checkAmount, checkText, INT32, INT64, LONGEST_TEXT, metadataOf } from './input-form.js';
import { createRefusals } from './refusals.js';

/** Bytes. */
const LONGEST_FINGERPRINT = 255;
const TEXTS = ['name', 'hostname', 'platform', 'ip'] as const;

export const activateMachine = mutation<ActivateMachineInput, Created, { readonly target: Target }>({
  action: 'activateMachine',
  role: 'OPERATOR',
  subjectId: ({ licenseId }) => licenseId,
  async prepare(input, context) {
    const refusals = createRefusals();
    const wanted = { id: input.licenseId, concept: 'License', field: 'licenseId', action: 'activateMachine' } as const;
    const license = await refusals.find<License>(context.reader, wanted);
    checkText(refusals, input.fingerprint, LONGEST_FINGERPRINT, 'fingerprint');
    for (const field of TEXTS) checkText(refusals, input[field], LONGEST_TEXT, field);
    checkAmount(refusals, input.cores, INT32, 'cores');
    checkAmount(refusals, input.memory, INT64, 'memory');
    checkAmount(refusals, input.disk, INT64, 'disk');
    const metadata = metadataOf(refusals, input.metadata ?? undefined);
    if (license === null || refusals.errors.length > 0) return refusals;
    const { source } = license;
    const machine: NewMachine = {
      licenseVendorId: license.vendorId ?? '',
      fingerprint: input.fingerprint,
      name: input.name ?? undefined,
      hostname: input.hostname ?? undefined,
      platform: input.platform ?? undefined,
      ip: input.ip ?? undefined,
      cores: input.cores ?? undefined,
      memory: input.memory ?? undefined,
      disk: input.disk ?? undefined,
      metadata,
    };
    return {
      source,
      before: null,
      perform: performed(context, source, (commands, signal) => commands.activateMachine?.(machine, signal)),
      made: ({ vendorId }) => globalId('Target', source, vendorId),
      licenses: () => [license.vendorId ?? ''],
      async answer({ vendorId }, reader) {
        const target = (await reader.node(globalId('Target', source, vendorId))) as Target | null;
        return target && { payload: { target }, after: target };
      },
    };
  },
});

export const deactivateMachine = mutation<DeactivateMachineInput, null, { readonly deletedId: string }>({
  action: 'deactivateMachine',
  role: 'OPERATOR',
  subjectId: ({ targetId }) => targetId,
  async prepare({ targetId }, context) {
    const refusals = createRefusals();
    const wanted = { id: targetId, concept: 'Target', field: 'targetId', action: 'deactivateMachine' } as const;
    const target = await refusals.find<Target>(context.reader, wanted);
    if (target === null) return refusals;
    const license = target.licenseId === null ? null : await context.reader.node(target.licenseId);
    return deleted(context, target, 'deactivateMachine', license as License | null);
  },
});
