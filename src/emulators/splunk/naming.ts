/** The names Splunk used up to 8.0, before slave and master became peer and manager. */
import type { Generation } from './state.js';

const OLD_ENDPOINTS: Readonly<Record<string, string>> = { peers: 'slaves', localpeer: 'localslave' };

const OLD_KEYS: Readonly<Record<string, string>> = {
  peers: 'slaves',
  peers_usage_bytes: 'slaves_usage_bytes',
  peer_id: 'slave_id',
  peer_label: 'slave_label',
  append_peers: 'append_slaves',
  manager_guid: 'master_guid',
  manager_uri: 'master_uri',
  last_manager_contact_attempt_time: 'last_master_contact_attempt_time',
  last_manager_contact_success_time: 'last_master_contact_success_time',
};

const NEW_KEYS: ReadonlyMap<string, string> = new Map(Object.entries(OLD_KEYS).map(([current, old]) => [old, current]));

const OLD_CATEGORIES: Readonly<Record<string, string>> = {
  orphan_peer: 'orphan_slave',
  pool_violated_peer_count: 'pool_violated_slave_count',
};

/** The path segment under which this server offers an endpoint; it answers no other name for it. */
export function endpointName(name: string, generation: Generation): string {
  return generation === 'legacy' ? (OLD_ENDPOINTS[name] ?? name) : name;
}

export function fieldName(name: string, generation: Generation): string {
  return generation === 'legacy' ? (OLD_KEYS[name] ?? name) : name;
}

/**
 * Today's name of a write's argument, or null for one the server does not take. `taken` is under the generation's names;
 * a running 10.6 takes the old ones too.
 */
export function argumentName(given: string, taken: readonly string[], generation: Generation): string | null {
  const current = NEW_KEYS.get(given) ?? given;
  if (taken.includes(given)) return current;
  return generation === 'live' && taken.includes(current) ? current : null;
}

/** Content under the names of the server's generation. */
export function fieldNames<V>(
  content: Readonly<Record<string, V>>,
  generation: Generation,
): Readonly<Record<string, V>> {
  if (generation !== 'legacy') return content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [fieldName(key, generation), value]));
}

export function messageCategory(category: string, generation: Generation): string {
  return generation === 'legacy' ? (OLD_CATEGORIES[category] ?? category) : category;
}

/** A running 10.6 repeats some fields under their old names beside the new ones. */
export function withOldNames<V>(content: Readonly<Record<string, V>>): Record<string, V> {
  const both: Record<string, V> = { ...content };
  for (const [key, value] of Object.entries(content)) {
    const old = OLD_KEYS[key];
    if (old !== undefined) both[old] = value;
  }
  return both;
}
