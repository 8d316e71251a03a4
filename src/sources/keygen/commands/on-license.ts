/** The course of every command about one license: read it, send one write, and judge by reading it again if need be. */
import { type ById, type Command, type NotDone, notDone } from '../../../domain/commands.js';
import type { HttpResponse } from '../../http-response.js';
import { type Confirmation, command, writeOnce } from '../../write.js';
import type { KeygenClient, KeygenRequest } from '../client.js';
import type { LicenseRow } from '../shapes.js';
import { findLicense } from './reads.js';
import { LICENSE_MISSING, type RefusalRules, refusalOf } from './refusals.js';

export interface LicenseWrite<Input extends ById, Value> {
  request(input: Input): KeygenRequest;
  readonly rules: Omit<RefusalRules, 'missing'>;
  /** The value of an answer with a good status. Throws SourceFailure for one that is not the vendor's. */
  accept(response: HttpResponse, license: LicenseRow): Value;
  /** What is there never tells whether it was done, so that nobody looks after a good answer. */
  readonly isUntellable?: true;
  judge(
    before: LicenseRow,
    now: LicenseRow | null,
    input: Input,
    signal: AbortSignal,
  ): Confirmation<Value> | Promise<Confirmation<Value>>;
}

export function onLicense<Input extends ById, Value>(
  client: KeygenClient,
  write: LicenseWrite<Input, Value>,
): Command<Input, Value> {
  return command(async (input, signal) => {
    const before = await findLicense(client, input.vendorId, signal);
    if (before === null) return noLicense();
    const rules = { ...write.rules, missing: LICENSE_MISSING };
    return writeOnce<Value>({
      send: () => client.send(write.request(input), signal),
      accept: (response) => write.accept(response, before),
      refusal: (response) => refusalOf(response, client.wordsOf(response, keysOf(before)), rules),
      said: (response) => client.wordsOf(response, keysOf(before))?.words ?? null,
      async confirm(accepted) {
        if (accepted !== null && write.isUntellable === true) return { happened: null };
        return write.judge(before, await findLicense(client, input.vendorId, signal), input, signal);
      },
    });
  });
}

/** What must not be repeated of a license. */
export function keysOf(license: LicenseRow): readonly string[] {
  return license.values.key === null ? [] : [license.values.key];
}

export function noLicense(): NotDone {
  return notDone(LICENSE_MISSING.code, 'the vendor has no license of this id', LICENSE_MISSING.path);
}
