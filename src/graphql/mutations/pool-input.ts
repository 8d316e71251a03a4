/** The form of what is asked of a pool; what the vendor makes of it is the vendor's. */
import { parseQuota, QUOTA_FORM } from '../../domain/quota-text.js';
import { HALF_CHARACTER } from './input-form.js';
import type { Refusals } from './refusals.js';

const LONGEST_NAME = 255;
/** As Splunk writes them. */
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOST_PEERS = 10_000;
/** Steps in a path, the names of Splunk's own pages below a collection, and what nobody can see. */
const UNASKABLE = /^(\.+|_new|_reload|_acl|[\p{Cf}\s]+)$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const ALL = '*';

/** Names are put into paths, so what HTTP would take for something else is refused; all else is encoded. */
export function checkName(refusals: Refusals, name: string): void {
  const problem =
    name.trim() === ''
      ? 'a name is wanted'
      : [...name].length > LONGEST_NAME
        ? `at most ${LONGEST_NAME} characters`
        : /\p{Cc}/u.test(name)
          ? 'no control characters, line breaks included'
          : UNASKABLE.test(name)
            ? 'no pool of this name could be asked for'
            : name.isWellFormed()
              ? null
              : HALF_CHARACTER;
  if (problem !== null) refusals.refuse('INVALID_INPUT', problem, 'name');
}

export function checkDescription(refusals: Refusals, description: string | null | undefined): void {
  if (description == null) return;
  const problem = CONTROL.test(description)
    ? 'no control characters but line breaks and tabs'
    : description.isWellFormed()
      ? null
      : HALF_CHARACTER;
  if (problem !== null) refusals.refuse('INVALID_INPUT', problem, 'description');
}

export function checkQuota(refusals: Refusals, quota: string): void {
  if (parseQuota(quota) === null) refusals.refuse('INVALID_QUOTA', QUOTA_FORM, 'quota');
}

/** Each once, in the order given and as it was written first. */
export function checkedPeers(refusals: Refusals, peers: readonly string[]): readonly string[] {
  if (peers.length > MOST_PEERS) {
    refusals.refuse('INVALID_INPUT', `${peers.length} are too many; name at most ${MOST_PEERS}`, 'peers');
    return [];
  }
  for (const [i, peer] of peers.entries()) {
    if (peer === ALL && peers.length > 1) {
      refusals.refuse('INVALID_INPUT', '* stands for all peers, and alone', 'peers', String(i));
    } else if (peer !== ALL && !GUID.test(peer)) {
      refusals.refuse('INVALID_INPUT', 'this is no GUID of a peer, nor *', 'peers', String(i));
    }
  }
  return [...new Map([...peers].reverse().map((peer) => [peer.toLowerCase(), peer])).values()].reverse();
}
