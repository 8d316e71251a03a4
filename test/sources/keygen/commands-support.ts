/** The commands of a connection to the emulated account, behind a proxy that counts its writes and lets them go wrong. */
import { expect } from 'vitest';
import type { CommandOutcome, SourceCommands } from '../../../src/domain/commands.js';
import { silentLogger } from '../../../src/domain/ports.js';
import { ADMIN_TOKEN, type KeygenState, startKeygenEmulator } from '../../../src/emulators/keygen/index.js';
import { keygenSource } from '../../../src/sources/keygen/index.js';
import { type Given, KEY, NOW, world } from '../../emulators/keygen/world.js';
import { startWriteProxy, type WriteProxy } from '../../support/write-faults.js';

export type Commands = Required<
  Pick<
    SourceCommands,
    | 'createLicense'
    | 'updateLicense'
    | 'deleteLicense'
    | 'suspendLicense'
    | 'reinstateLicense'
    | 'renewLicense'
    | 'checkInLicense'
    | 'validateLicense'
    | 'revokeLicense'
    | 'incrementUsage'
    | 'decrementUsage'
    | 'resetUsage'
    | 'activateMachine'
    | 'deactivateMachine'
  >
>;

/** A command with its input in it. */
export type Run = (commands: Commands, signal: AbortSignal) => Promise<CommandOutcome<unknown>>;

export interface Desk extends AsyncDisposable {
  readonly state: KeygenState;
  readonly proxy: WriteProxy;
  /** The outcome, in which neither the token nor the license's key may stand. */
  run(run: Run): Promise<CommandOutcome<unknown>>;
}

export const signal = new AbortController().signal;

export async function desk(given: Given = {}, timeoutMs = 20_000): Promise<Desk> {
  const state = world(given);
  const emulator = await startKeygenEmulator({ state, clock: { now: () => NOW } });
  const proxy = await startWriteProxy(emulator.url);
  const connection = connect(proxy.url, timeoutMs);
  return {
    state,
    proxy,
    async run(run) {
      const outcome = await run(connection.commands as Commands, signal);
      expect(JSON.stringify(outcome)).not.toContain(ADMIN_TOKEN);
      expect(JSON.stringify(outcome)).not.toContain(KEY);
      return outcome;
    },
    async [Symbol.asyncDispose]() {
      await connection.close();
      await proxy.close();
      await emulator.close();
    },
  };
}

export function connect(url: string, timeoutMs = 20_000) {
  return keygenSource.connect(
    {
      name: 'keygen',
      kind: 'keygen',
      url,
      auth: { token: ADMIN_TOKEN },
      tls: {},
      syncIntervalMs: 900_000,
      timeoutMs,
      settings: { account: null, webhookPublicKey: null, webhookUrl: null },
    },
    { clock: { now: () => NOW }, logger: silentLogger },
  );
}

export function errorBody(error: Record<string, unknown>): string {
  return JSON.stringify({
    meta: { id: 'request' },
    errors: [{ title: 'Refused', detail: 'The vendor says no', ...error }],
  });
}
