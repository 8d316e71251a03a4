/** The license state of the very server that was read. */
import type { Finding } from '../../domain/entities.js';
import { sourceId } from '../../domain/ids.js';
import type { ServerState } from './client.js';
import { contactFinding, localSearchBlock, lostContact } from './manager-contact.js';
import type { SplunkLocalPeer } from './model.js';
import type { Lookup, Named } from './names.js';
import { readRows } from './rows.js';
import { localPeerSpec } from './wire.js';

export interface LocalPeer {
  readonly localPeer: SplunkLocalPeer | null;
  /** GUIDs it goes by. */
  readonly guids: readonly string[];
  /** A sentence: why search on it is blocked whatever its warnings; null when nothing says that it is. */
  readonly searchBlock: string | null;
  readonly findings: readonly Finding[];
}

export function normalizeLocalPeer(
  state: ServerState,
  source: string,
  now: Date,
  findPeer: Lookup<Named & { readonly id: string }>,
): LocalPeer {
  const { rows, findings } = readRows(state.feeds.localpeer, localPeerSpec, {
    source,
    part: 'localpeer',
    concept: 'Source',
    about: () => ({ subjectId: sourceId(source) }),
  });
  const row = rows[0];
  if (row === undefined) return { localPeer: null, guids: [], searchBlock: null, findings };
  const { values } = row;
  const localPeer: SplunkLocalPeer = {
    typeName: 'SplunkLocalPeer',
    peerVendorId: values.peer_id,
    peerLabel: values.peer_label,
    managerGuid: values.manager_guid,
    managerUri: values.manager_uri,
    isManager: values.manager_uri?.trim().toLowerCase() === 'self',
    features: Object.entries(values.features ?? {}).map(([name, state]) => ({
      name,
      state: typeof state === 'string' ? state : 'UNKNOWN',
    })),
    addOns: values.add_ons,
    licenseKeys: values.license_keys ?? [],
    connectionTimeout: values.connection_timeout,
    sendTimeout: values.send_timeout,
    receiveTimeout: values.receive_timeout,
    squashThreshold: values.squash_threshold,
    lastManagerContactAttemptAt: values.last_manager_contact_attempt_time,
    lastManagerContactSuccessAt: values.last_manager_contact_success_time,
    lastTrackerDbServiceAt: values.last_trackerdb_service_time,
    vendorFields: row.rest,
  };
  const lost = lostContact(localPeer, now);
  const peerId = findPeer(values.peer_id)?.id ?? null;
  return {
    localPeer,
    guids: [values.peer_id],
    searchBlock: localSearchBlock(localPeer, lost),
    findings: lost === null ? findings : [...findings, contactFinding(lost, localPeer, source, peerId)],
  };
}

/** Whether the feature that lifts enforcement is on; null when the features could not be read. */
export function isEnforcementDisabled(localPeer: SplunkLocalPeer | null): boolean | null {
  if (localPeer === null) return null;
  return localPeer.features.some(({ name, state }) => name === 'DisableQuotaEnforcement' && state === 'ENABLED');
}
