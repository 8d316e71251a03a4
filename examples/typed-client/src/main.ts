/** Shows what a client of the gateway does: lists, listens, changes, and says plainly what went wrong. */
import { acknowledge, firstOpenMessage } from './acknowledge.js';
import { GatewayError } from './gateway.js';
import { licenseRow } from './license-row.js';
import { licensePages } from './licenses.js';
import { sourceReads } from './live.js';

const PAGE = 10;

try {
  await listLicenses();
  await handleOneMessage();
  await waitForARead();
  await askWhatCannotBe();
} catch (error) {
  console.error(explained(error));
  process.exitCode = 1;
}

async function listLicenses(): Promise<void> {
  let shown = 0;
  for await (const { nodes, totalCount } of licensePages(PAGE)) {
    for (const license of nodes) console.log(licenseRow(license));
    shown += nodes.length;
    console.log(`-- ${shown} of ${totalCount} licenses`);
  }
}

async function handleOneMessage(): Promise<void> {
  const message = await firstOpenMessage();
  const ids = [...(message === null ? [] : [message.id]), 'Message:nowhere:nothing'];
  for (const id of ids) {
    const outcome = await acknowledge(id);
    console.log(outcome.done ? `acknowledged by ${outcome.by}: ${message?.description}` : outcome.reasons.join('\n'));
  }
}

async function waitForARead(): Promise<void> {
  for await (const { name, status, lastSyncedAt } of sourceReads()) {
    console.log(`${name} has been read at ${lastSyncedAt ?? 'no time yet'}: ${status.toLowerCase()}`);
    return;
  }
}

async function askWhatCannotBe(): Promise<void> {
  try {
    await licensePages(501).next();
  } catch (error) {
    console.log(explained(error));
  }
}

/** What a person is told, by what they can do about it. */
function explained(error: unknown): string {
  if (!(error instanceof GatewayError)) return `the gateway cannot be reached: ${String(error)}`;
  switch (error.code) {
    case 'UNAUTHENTICATED':
      return `the gateway does not know this key; set GATEWAY_KEY (${error.message})`;
    case 'FORBIDDEN':
      return `this key may not do that (${error.message})`;
    case 'BAD_USER_INPUT':
      return `that cannot be asked: ${error.message}`;
    case 'RATE_LIMITED':
    case 'OVERLOADED':
      return `the gateway asks for patience: try again in ${error.retryAfterSeconds ?? 'some'} s (${error.message})`;
    default:
      return `${error.code}: ${error.message}`;
  }
}
