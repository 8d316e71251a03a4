/** Why the gateway could not start, in a line a person can act on. */
import type { Config } from '../config.js';
import { StoreUnavailableError } from '../store/repo.js';

/** Never a stack, and no credentials of a connection string. */
export function failureText(error: unknown, config: Pick<Config, 'server' | 'dataDir'>): string {
  // The store says itself what to do; what caused it says less.
  if (error instanceof StoreUnavailableError) return withoutCredentials(error.message);
  const { host, port } = config.server;
  const where = `port ${port} on ${host}`;
  const isListen = property(error, 'syscall') === 'listen' || property(error, 'syscall') === 'bind';
  const code = property(error, 'code');
  switch (code) {
    case 'EADDRINUSE':
      return `${where} is taken by another program; stop it, or choose another port with PORT=… or server.port`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      if (isListen || property(error, 'syscall') === 'getaddrinfo') {
        return `${host} is no address of this machine (${code}); choose another with HOST=… or server.host`;
      }
      break;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      if (isListen) return `${where} may not be used by this user (${code}); choose a port from 1024 on`;
      return `the data directory ${config.dataDir} cannot be written (${code}); make it writable for this user, or choose another with DATA_DIR=… or store.dataDir`;
    case 'ENOENT':
      if (property(error, 'syscall') !== 'mkdir') break;
      return `the data directory ${config.dataDir} cannot be made (ENOENT); choose another with DATA_DIR=… or store.dataDir`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `the data directory ${config.dataDir} cannot be made, because a file stands in its place (${code}); choose another with DATA_DIR=… or store.dataDir`;
    case 'ENOSPC':
      return `no space is left for the data directory ${config.dataDir} (ENOSPC)`;
  }
  return withoutCredentials(error instanceof Error ? error.message : String(error));
}

export function withoutCredentials(text: string): string {
  return text.replace(/(\w:\/\/)[^\s/@]+@/g, '$1…@');
}

function property(error: unknown, name: 'code' | 'syscall'): unknown {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const value = (at as { code?: unknown; syscall?: unknown })[name];
    if (typeof value === 'string') return value;
  }
  return undefined;
}
