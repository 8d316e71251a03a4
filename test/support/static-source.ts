/** A source without an upstream: it says what the test has it say. */
import { z } from 'zod';
import { type CommandName, capabilityOf, type SourceCommands } from '../../src/domain/commands.js';
import type { SourceFailure } from '../../src/domain/failure.js';
import { emptySnapshot, type LicensesPart, type Snapshot } from '../../src/domain/snapshot.js';
import type { SourceModule } from '../../src/sources/source.js';
import type { TestSource } from './gateway.js';

export interface StaticSource {
  /** What the next read answers, or throws. */
  says: Partial<Snapshot> | SourceFailure | Error;
  /** What a read of some licenses answers; null: there is none, and everything is read. */
  part: LicensesPart | null;
  /** How often it was read. */
  reads: number;
  readonly module: SourceModule;
  readonly source: TestSource;
}

export function staticSource(
  name: string,
  says: Partial<Snapshot>,
  kind = `static-${name}`,
  commands: SourceCommands = {},
  isRenewable = false,
): StaticSource {
  const nothing = { licenseIds: [], licenses: [], targets: [], meters: [] };
  const self: StaticSource = {
    says,
    reads: 0,
    part: null,
    source: { name, kind, url: 'http://127.0.0.1:1', auth: { token: 'none' } },
    module: {
      kind,
      defaultSyncInterval: '1h',
      authForms: ['token'],
      settings: z.unknown(),
      capabilities: ['REFRESH_SOURCE', ...(Object.keys(commands) as CommandName[]).map(capabilityOf)],
      edges: {},
      connect: (_options, { clock }) => ({
        async read() {
          self.reads++;
          if (self.says instanceof Error) throw self.says;
          return { ...emptySnapshot(clock.now()), ...self.says };
        },
        ...(isRenewable ? { readLicenses: async () => self.part ?? nothing } : {}),
        commands,
        async close() {},
      }),
    },
  };
  return self;
}
