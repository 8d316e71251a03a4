/** The first-run admin key of a gateway that has no keys: only this machine reaches it. */
import { type AdminKey, adminApiKey, ensureAdminKey } from '../auth/admin-key.js';
import type { Config } from '../config.js';
import { isLoopback } from '../domain/hosts.js';
import type { CliDeps } from './deps.js';

export interface WithAdminKey {
  readonly config: Config;
  /** Null when keys are configured, or when others than this machine could reach the gateway. */
  readonly adminKey: AdminKey | null;
}

/** `host` is where the gateway listens, which a configuration that is read later does not change. */
export async function withAdminKey(config: Config, host: string, { env }: Pick<CliDeps, 'env'>): Promise<WithAdminKey> {
  if (config.auth.apiKeys.length > 0 || !isLoopback(host)) return { config, adminKey: null };
  const adminKey = await ensureAdminKey(config.dataDir, env.LICENSE_GATEWAY_ADMIN_KEY);
  return { config: { ...config, auth: { ...config.auth, apiKeys: [adminApiKey(adminKey)] } }, adminKey };
}

/** What a person is told of it: the key itself only when it is new. */
export function adminKeyLine({ key, file, origin }: AdminKey): string {
  return origin === 'created'
    ? `admin key, shown this once and kept in ${file}: ${key}`
    : `the admin key is in ${file}`;
}
