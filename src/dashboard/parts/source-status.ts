/** What each status of a source means, and what to do about it. */
import type { SourceStatus } from '../generated/graphql.js';

export interface StatusText {
  readonly meaning: string;
  /** Null when there is nothing to do. */
  readonly todo: string | null;
}

export const sourceStatusTexts: Readonly<Record<SourceStatus, StatusText>> = {
  PENDING: { meaning: 'It was not asked yet.', todo: 'Wait for its first read, or read it now.' },
  OK: { meaning: 'Its last read went well.', todo: null },
  UNREACHABLE: {
    meaning: 'No connection can be made to it, or the connection broke.',
    todo: 'See whether it runs, and whether its url in the configuration is right and can be reached from where the gateway runs.',
  },
  TIMEOUT: {
    meaning: 'It did not answer completely in time.',
    todo: 'See whether it is overloaded. If it is always this slow, give it more time by timeout in the configuration.',
  },
  AUTH_FAILED: {
    meaning: 'It refused the credentials.',
    todo: 'Put a valid name and password, or token, under auth of this source in the configuration.',
  },
  FORBIDDEN: {
    meaning: 'It knows the account, but does not let it read licenses.',
    todo: 'Give the account the right to read licenses, or use another account.',
  },
  TLS_UNTRUSTED: {
    meaning: 'Its certificate is not trusted.',
    todo: 'Name its authority under tls.ca of this source, or its fingerprint under tls.fingerprint256.',
  },
  RATE_LIMITED: {
    meaning: 'It asked the gateway to slow down.',
    todo: 'Wait; it is asked less often by itself. If it happens again and again, give it a longer syncInterval.',
  },
  BAD_RESPONSE: {
    meaning: 'It answered, but not with anything that can be used.',
    todo: 'See whether its url leads to the management interface of the vendor itself, not to a proxy or a sign-in page.',
  },
  UNSUPPORTED: {
    meaning: 'It answers, but offers no license interface to us, as Splunk Free does not.',
    todo: 'Use a license or an edition that offers it, or take the source out of the configuration.',
  },
};
