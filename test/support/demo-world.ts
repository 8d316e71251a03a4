/** What demo mode starts, for tests: the three emulators with the richest state of each, and a gateway that has read them. */
import { startDemoEmulators, type TestEmulators } from './emulators.js';
import { startGateway, type TestGateway } from './gateway.js';

export interface DemoWorld {
  readonly emulators: TestEmulators;
  readonly gateway: TestGateway;
  close(): Promise<void>;
}

export async function startDemoWorld({ past = false } = {}): Promise<DemoWorld> {
  const emulators = await startDemoEmulators();
  const gateway = await startGateway(emulators.sources, { past });
  await gateway.refresh();
  return {
    emulators,
    gateway,
    async close() {
      await gateway.close();
      await emulators.close();
    },
  };
}
