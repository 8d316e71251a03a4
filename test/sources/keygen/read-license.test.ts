import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../src/domain/ports.js';
import { withPart } from '../../../src/domain/snapshot.js';
import { startKeygenEmulator } from '../../../src/emulators/keygen/index.js';
import { keygenSource } from '../../../src/sources/keygen/index.js';
import type { SourceConnection } from '../../../src/sources/source.js';

const clock = { now: () => new Date(Date.UTC(2026, 10, 20, 12)) };
const signal = new AbortController().signal;

async function withAccount(
  scenario: string,
  use: (connection: SourceConnection, emulator: Awaited<ReturnType<typeof startKeygenEmulator>>) => Promise<void>,
): Promise<void> {
  const emulator = await startKeygenEmulator({ scenario, clock });
  const connection = keygenSource.connect(
    {
      name: 'keygen',
      kind: 'keygen',
      url: emulator.url,
      auth: { token: 'admin-demo' },
      tls: {},
      syncIntervalMs: 60_000,
      timeoutMs: 10_000,
      settings: { account: 'demo', webhookPublicKey: null, webhookUrl: null },
    },
    { clock, logger: silentLogger },
  );
  try {
    await use(connection, emulator);
  } finally {
    await connection.close();
    await emulator.close();
  }
}

const sorted = <T extends { readonly id: string }>(things: readonly T[]) =>
  [...things].sort((a, b) => (a.id < b.id ? -1 : 1));
const metersById = (meters: readonly { readonly subjectId: string; readonly dimension: string }[]) =>
  new Map(meters.map((meter) => [`${meter.subjectId} ${meter.dimension}`, meter]));

describe('a license read anew', () => {
  it.each(['sample', 'demo'])(
    'is, with its machines and meters, what a read of everything says of it (%s)',
    async (scenario) => {
      await withAccount(scenario, async (connection) => {
        const all = await connection.read(signal);
        const ids = all.licenses.map(({ vendorId }) => vendorId ?? '');
        const part = await connection.readLicenses?.(ids, signal);
        if (part === undefined) throw new Error('licenses can be read');
        expect(part.licenseIds).toEqual(all.licenses.map(({ id }) => id));
        const renewed = withPart(all, part);
        expect(sorted(renewed.licenses)).toEqual(sorted(all.licenses));
        expect(sorted(renewed.targets)).toEqual(sorted(all.targets));
        expect(metersById(renewed.meters)).toEqual(metersById(all.meters));
      });
    },
  );

  it('shows the use of a limit that no license had before', async () => {
    await withAccount('sample', async (connection, emulator) => {
      for (const policy of emulator.state.policies.all())
        emulator.state.policies.update(policy.id, { maxProcesses: null });
      const [license] = emulator.state.licenses.all();
      const id = license?.id ?? '';
      emulator.state.licenses.update(id, { maxProcesses: null });
      await connection.read(signal);
      emulator.state.licenses.update(id, { maxProcesses: 5 });
      const part = await connection.readLicenses?.([id], signal);
      const { meters } = await connection.read(signal);
      expect(metersById(part?.meters ?? [])).toEqual(
        metersById(meters.filter(({ subjectId }) => subjectId === `License:keygen:${id}`)),
      );
    });
  });

  it('that is gone is asked for and not there', async () => {
    await withAccount('demo', async (connection) => {
      const part = await connection.readLicenses?.(['00000000-0000-4000-8000-000000000000', '..'], signal);
      expect(part).toMatchObject({ licenses: [], targets: [], meters: [] });
      expect(part?.licenseIds).toEqual(['License:keygen:00000000-0000-4000-8000-000000000000', 'License:keygen:..']);
    });
  });

  it('takes a handful of calls, however large the account is', async () => {
    await withAccount('fleet', async (connection, emulator) => {
      const [license] = emulator.state.licenses.all();
      await connection.readLicenses?.([license?.id ?? ''], signal);
      expect(emulator.requests.length).toBeLessThan(12);
    });
  });
});
