/** A license manager behind a proxy that can lose answers, and the commands of a source that knows only the proxy. */
import { expect } from 'vitest';
import type { CommandOutcome, SourceCommands } from '../../../src/domain/commands.js';
import {
  type RunningSplunkEmulator,
  type SplunkState,
  standInLicense,
  startSplunkEmulator,
} from '../../../src/emulators/splunk/index.js';
import { startWriteProxy, type WriteProxy } from '../../support/write-faults.js';
import { connectTo, NOW, PASSWORD } from './support.js';

export const GIB = 1024n ** 3n;
export const A = '74A43C7E-C33C-41F6-B027-E603D2C3FE68';
export const B = '1F3A34AE-75DA-4680-B184-5BF309843919';
export const MAIN = 'auto_generated_pool_enterprise';

export interface Manager {
  readonly emulator: RunningSplunkEmulator;
  readonly state: SplunkState;
  readonly proxy: WriteProxy;
  readonly commands: Required<
    Pick<
      SourceCommands,
      'uploadLicense' | 'deleteLicense' | 'activateGroup' | 'createPool' | 'updatePool' | 'deletePool'
    >
  >;
  readonly signal: AbortSignal;
}

export interface ManagerOptions {
  readonly scenario?: string;
  /** Of one request of the source, in ms. */
  readonly timeoutMs?: number;
  readonly change?: (state: SplunkState) => void;
}

/** A running 10.6. */
export const LIVE: ManagerOptions = { scenario: 'demo' };

/** `use` has it to itself; everything is closed afterwards. */
export async function withManager<T>(options: ManagerOptions, use: (manager: Manager) => Promise<T>): Promise<T> {
  const emulator = await startSplunkEmulator({
    clock: { now: () => NOW },
    ...(options.scenario === undefined ? {} : { scenario: options.scenario }),
  });
  options.change?.(emulator.state);
  const proxy = await startWriteProxy(emulator.url);
  const timeoutMs = options.timeoutMs ?? 10_000;
  const connection = connectTo(proxy.url, { auth: PASSWORD, timeoutMs });
  try {
    const commands = connection.commands as Manager['commands'];
    return await use({ emulator, state: emulator.state, proxy, commands, signal: new AbortController().signal });
  } finally {
    await connection.close();
    await proxy.close();
    await emulator.close();
  }
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const LICENSE = standInLicense({
  quota: 5n * GIB,
  label: 'Peak season',
  guid: 'AAAAAAAA-0000-4000-8000-000000000007',
});

export interface Action {
  run(manager: Pick<Manager, 'commands' | 'state' | 'signal'>): Promise<CommandOutcome<unknown>>;
  /** The effect, and all of it, is there. */
  isDone(state: SplunkState): boolean;
  /** What a 404 of the write stands for. */
  readonly notFound: string;
}

/** One good use of every command, on the documentation's own sample. */
export const actions: Readonly<Record<keyof Manager['commands'], Action>> = {
  uploadLicense: {
    run: ({ commands, signal }) => commands.uploadLicense({ content: bytes(LICENSE) }, signal),
    isDone: (state) => state.licenses.some(({ label }) => label === 'Peak season'),
    notFound: 'UPSTREAM_REJECTED',
  },
  deleteLicense: {
    run: ({ commands, state, signal }) => commands.deleteLicense({ vendorId: internalLicense(state) ?? '' }, signal),
    isDone: (state) => internalLicense(state) === undefined,
    notFound: 'LICENSE_NOT_FOUND',
  },
  activateGroup: {
    run: ({ commands, signal }) => commands.activateGroup({ vendorId: 'Free' }, signal),
    isDone: (state) => state.groups.every(({ name, isActive }) => isActive === (name === 'Free')),
    notFound: 'GROUP_NOT_FOUND',
  },
  createPool: {
    run: ({ commands, signal }) =>
      commands.createPool(
        { name: 'new/pool 50%', stackVendorId: 'enterprise', quota: '50MB', description: 'a+b & c', peers: [A, B] },
        signal,
      ),
    isDone: (state) => {
      const pool = state.pools.find(({ name }) => name === 'new/pool 50%');
      return pool?.quota === 52_428_800n && pool.description === 'a+b & c' && pool.peers.join() === `${A},${B}`;
    },
    notFound: 'STACK_NOT_FOUND',
  },
  updatePool: {
    run: ({ commands, signal }) =>
      commands.updatePool(
        {
          vendorId: MAIN,
          seen: { isMax: true, limit: 10_737_418_240n, description: MAIN, peerVendorIds: ['*'] },
          quota: '50MB',
          description: 'other words',
          peers: [B],
          appendPeers: false,
        },
        signal,
      ),
    isDone: (state) => {
      const pool = state.pools.find(({ name }) => name === MAIN);
      return pool?.quota === 52_428_800n && pool.description === 'other words' && pool.peers.join() === B;
    },
    notFound: 'POOL_NOT_FOUND',
  },
  deletePool: {
    run: ({ commands, signal }) => commands.deletePool({ vendorId: MAIN }, signal),
    isDone: (state) => !state.pools.some(({ name }) => name === MAIN),
    notFound: 'POOL_NOT_FOUND',
  },
};

export const names = Object.keys(actions) as (keyof typeof actions)[];

function internalLicense(state: SplunkState): string | undefined {
  return state.licenses.find(({ label }) => label === 'Splunk Internal License')?.hash;
}

export function expectRefusal(outcome: CommandOutcome<unknown>, code: string, path: string | null, says = ''): void {
  expect(outcome).toMatchObject({ done: false, error: { code, path: path === null ? null : [path] } });
  if (!outcome.done) expect(outcome.error.message).toContain(says);
}

export const poolOf = ({ state }: Manager, name: string) => {
  const pool = state.pools.find((each) => each.name === name);
  if (pool === undefined) throw new Error(`there is no pool ${name}`);
  return pool;
};
