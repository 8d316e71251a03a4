/** How an upstream's certificate is trusted: by the system, by given authorities, by its fingerprint, or not at all. */
import { isIP } from 'node:net';
import { type TLSSocket, connect as tlsConnect } from 'node:tls';
import { buildConnector } from 'undici';
import { SourceFailure } from '../domain/failure.js';

/** How the upstream certificate is trusted; none of them: by the system's authorities. */
export interface SourceTls {
  /** PEM text of the authorities to trust. */
  readonly ca?: string | undefined;
  /** SHA-256 of the server's certificate, `AA:BB:…`; pins exactly that certificate. */
  readonly fingerprint256?: string | undefined;
  /** No verification at all; shown as a message. */
  readonly insecure?: boolean | undefined;
}

/** The error code of a connection whose certificate is not the pinned one. */
const PIN_DIFFERS = 'ERR_TLS_PIN';
const CERTIFICATE_ERRORS =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_EXCEEDED|ERR_TLS_PIN)/;
const LONGEST_HANDSHAKE_MS = 3_000;

export function connectorFor(tls: SourceTls, timeoutMs: number): buildConnector.connector {
  const { ca, fingerprint256, insecure } = tls;
  const connect = buildConnector({
    timeout: timeoutMs,
    ...(ca === undefined ? {} : { ca }),
    rejectUnauthorized: !(insecure === true || fingerprint256 !== undefined),
    // A resumed session shows no fresh certificate to hold against the pin.
    ...(fingerprint256 === undefined ? {} : { maxCachedSessions: 0 }),
  });
  if (fingerprint256 === undefined) return connect;
  const pinned = normalizeFingerprint(fingerprint256);
  return (target, callback) =>
    connect(target, (error, socket) => {
      if (error !== null || socket === null) return callback(error ?? new Error('no socket'), null);
      const seen =
        'getPeerCertificate' in socket ? (socket as TLSSocket).getPeerCertificate().fingerprint256 : undefined;
      if (seen !== undefined && normalizeFingerprint(seen) === pinned) return callback(null, socket);
      socket.destroy();
      callback(Object.assign(new Error('pinned certificate differs'), { code: PIN_DIFFERS }), null);
    });
}

export function isCertificateError(code: string): boolean {
  return CERTIFICATE_ERRORS.test(code);
}

/** The failure of a certificate error, with the certificate that the server shows, so that a person can compare and pin it. */
export async function untrusted(code: string, base: URL, tls: SourceTls, timeoutMs: number): Promise<SourceFailure> {
  const seen = await presentedFingerprint(base, Math.min(timeoutMs, LONGEST_HANDSHAKE_MS));
  const shows = seen === null ? '' : ` It presents the certificate with SHA-256 ${seen}.`;
  if (code === PIN_DIFFERS) {
    const advice =
      base.protocol === 'https:'
        ? 'Update tls.fingerprint256 only if the change was expected.'
        : "A fingerprint needs a url that begins with https; check the source's url.";
    return new SourceFailure(
      'TLS_UNTRUSTED',
      'FINGERPRINT_MISMATCH',
      `the server's certificate is not the pinned one.${shows} ${advice}`,
    );
  }
  const expected = tls.ca === undefined ? 'is not trusted' : 'is not trusted by tls.ca';
  return new SourceFailure(
    'TLS_UNTRUSTED',
    code,
    `the server's certificate ${expected} (${code}).${shows} Set tls.ca to the authority's PEM file, or tls.fingerprint256 to that value after checking it.`,
  );
}

/** The certificate the server shows, read with a bare handshake that sends nothing; null when there is none to be had. */
function presentedFingerprint(base: URL, timeoutMs: number): Promise<string | null> {
  if (base.protocol !== 'https:') return Promise.resolve(null);
  const host = base.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = tlsConnect({
      host,
      port: Number(base.port || 443),
      // A server name is a name: Node warns about an address here (RFC 6066, 3).
      ...(isIP(host) === 0 ? { servername: host } : {}),
      rejectUnauthorized: false,
    });
    const done = (value: string | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(value);
    };
    const timer = setTimeout(() => done(null), timeoutMs);
    socket.once('secureConnect', () => done(socket.getPeerCertificate().fingerprint256 ?? null));
    socket.on('error', () => done(null));
    socket.once('close', () => done(null));
  });
}

function normalizeFingerprint(text: string): string {
  return text.replaceAll(':', '').toLowerCase();
}
