/** Ends a process that a test has started, as a crash would. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Resolves when it is gone, as it may be already. */
export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
