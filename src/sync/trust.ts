/** What is to be said of a source whose connection anybody on the way can read or change: by configuration, and so for as long as that stands. */
import type { Notice } from '../domain/evaluated.js';
import { isTrustworthy } from '../domain/hosts.js';
import type { SourceOptions } from '../sources/source.js';

export function insecureNotices({ name, url, tls }: Pick<SourceOptions, 'name' | 'url' | 'tls'>): readonly Notice[] {
  const description = insecurity(name, url, tls.insecure === true);
  if (description === null) return [];
  const notice = `INSECURE_TLS.Source.${name}`;
  return [{ name: notice, key: notice, category: 'INSECURE_TLS', severity: 'WARN', description, about: {} }];
}

function insecurity(name: string, url: string, isUnverified: boolean): string | null {
  if (!isTrustworthy(url)) {
    return `${name} is asked over plain HTTP: everybody on the way can read its credentials and change what it says. Give its url with https://.`;
  }
  if (!isUnverified) return null;
  return `The certificate of ${name} is not verified (tls.insecure): whoever is in between can read its credentials and change what it says. Set tls.ca or tls.fingerprint256 instead.`;
}
