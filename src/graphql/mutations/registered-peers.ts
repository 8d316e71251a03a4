/** Peers as the license manager spells them: people write GUIDs in either case, and nobody says whether Splunk minds. */
import { globalId } from '../../domain/ids.js';
import type { Reader } from '../reader.js';

/** As written where that is registered or the pool has it already, else in capitals where those are registered, else as written. */
export function registeredPeers(
  reader: Reader,
  source: string,
  peers: readonly string[],
  held: readonly string[] = [],
): Promise<readonly string[]> {
  const isRegistered = async (guid: string) => (await reader.node(globalId('Peer', source, guid))) !== null;
  return Promise.all(
    peers.map(async (peer) => {
      const capitals = peer.toUpperCase();
      if (capitals === peer || held.includes(peer) || (await isRegistered(peer))) return peer;
      return held.includes(capitals) || (await isRegistered(capitals)) ? capitals : peer;
    }),
  );
}
