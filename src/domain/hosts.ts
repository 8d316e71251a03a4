/** What can be told of a host or address by its text alone. */
import { isIPv4 } from 'node:net';

/** Whether it is this machine itself, as a name or address of the URL or of the configuration. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIPv4(bare) && bare.startsWith('127.'));
}

/** Whether what is read there is what its owner says: over plain HTTP anybody on the way could change it, but to this machine there is no way. */
export function isTrustworthy(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Whether it is an http or https address and nothing else: no user, query or fragment, and nothing that a reader would drop. */
export function isPlainUrl(url: string): boolean {
  if (!/^https?:\/\/[^?#\s]+$/i.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}
