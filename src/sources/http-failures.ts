/** What went wrong upstream, in words a person can act on: statuses and connection errors as SourceFailure. */
import { SourceFailure } from '../domain/failure.js';
import type { HttpResponse } from './http-response.js';
import { isCertificateError, type SourceTls, untrusted } from './http-tls.js';

const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/** Milliseconds that `Retry-After` asks for, as seconds or as a date, at most a day; null when absent or unreadable. */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now = Date.now()): number | null {
  const text = headers['retry-after']?.trim();
  if (text === undefined) return null;
  const isSeconds = /^\d+$/.test(text);
  // A date begins with its weekday: to Date.parse much else is a date.
  if (!isSeconds && !/^[a-z]{3}/i.test(text)) return null;
  const ms = isSeconds ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) ? null : Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, ms));
}

/**
 * The failure that a status with no use for the reader stands for. `hint` is what the vendor said about it (one of its
 * own error fields, never a whole body); it is shortened, put on one line and rid of addresses.
 */
export function failureOfStatus(response: HttpResponse, hint: string | null = null): SourceFailure {
  const { status, headers } = response;
  const code = `HTTP_${status}`;
  const said = saidText(hint);
  if (status === 401) {
    return new SourceFailure(
      'AUTH_FAILED',
      code,
      `the vendor refused the credentials (401)${said}; check the source's auth`,
    );
  }
  if (status === 403) {
    return new SourceFailure(
      'FORBIDDEN',
      code,
      `the vendor refused access (403)${said}; the account needs permission to read this`,
    );
  }
  if (status === 429) {
    return new SourceFailure(
      'RATE_LIMITED',
      code,
      `the vendor asked to slow down (429)${said}; raise the source's syncInterval`,
      retryAfterMs(headers),
    );
  }
  if (status >= 300 && status < 400) {
    return new SourceFailure(
      'BAD_RESPONSE',
      code,
      `the vendor redirects to another address (${status}), which is not followed; set the source's url to where it really answers`,
    );
  }
  if (status === 407) {
    return new SourceFailure(
      'BAD_RESPONSE',
      code,
      `a proxy in between wants its own credentials (407)${said}; let the gateway reach the vendor without it`,
    );
  }
  return new SourceFailure(
    'BAD_RESPONSE',
    code,
    `the vendor answered with status ${status}${said}${adviceFor(status)}`,
    retryAfterMs(headers),
  );
}

/** `text` with each secret replaced by its mark; to be done before any cut for length, as half a secret would not be found. */
export function redacted(text: string, secrets: readonly (readonly [secret: string, mark: string])[]): string {
  // The longest first, lest one that holds another stays in pieces.
  const known = secrets.filter(([secret]) => secret !== '').sort(([a], [b]) => b.length - a.length);
  return known.reduce((rest, [secret, mark]) => rest.replaceAll(secret, mark), text);
}

/** A vendor's words as they may be shown: on one line, at most 300 characters, without addresses. */
export function safeHint(text: string): string {
  const line = text
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '…')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** Codes for what was never sent: only a connection that is being made ends in these, or nothing was tried at all. */
const NEVER_SENT = new Set([
  ...['ECONNREFUSED', 'DNS_FAILED', 'EADDRNOTAVAIL'],
  ...['INVALID_CREDENTIALS', 'FINGERPRINT_MISMATCH', 'BREAKER_OPEN'],
]);

/** Whether a request that failed so may have come to the server all the same. When in doubt, it may. */
export function mayHaveArrived({ code }: SourceFailure): boolean {
  return !NEVER_SENT.has(code) && !isCertificateError(code);
}

/** What an outcome says against the vendor's health; null when it is well, or the outcome is about us or the request. */
export function illnessOf(outcome: HttpResponse | SourceFailure): SourceFailure | null {
  if (outcome instanceof SourceFailure) {
    return outcome.code === 'CLOSED' || outcome.status === 'AUTH_FAILED' ? null : outcome;
  }
  const { status, headers } = outcome;
  // 501 is an older server's word for what it does not have; who says when to come again is well enough.
  const isUnwell = (status >= 500 && status !== 501) || (status === 429 && retryAfterMs(headers) === null);
  return isUnwell ? failureOfStatus(outcome) : null;
}

export interface FailureContext {
  readonly base: URL;
  readonly tls: SourceTls;
  readonly timeoutMs: number;
  /** The status line had come when it broke. */
  readonly answered: boolean;
}

/** The failure an error of a request stands for; null when it is no fault of the upstream or the network. */
export async function failureOfError(error: unknown, context: FailureContext): Promise<SourceFailure | null> {
  if (error instanceof SourceFailure) return error;
  const { base, tls, timeoutMs } = context;
  const code = errorCode(error);
  if (isCertificateError(code)) return untrusted(code, base, tls, timeoutMs);
  if (code === 'UND_ERR_INVALID_ARG') return unsendable(error);
  const found = rules.find((rule) => rule.codes.test(code));
  return found === undefined ? null : found.failure(code, context);
}

interface Rule {
  readonly codes: RegExp;
  failure(code: string, context: FailureContext): SourceFailure;
}

/** By the error codes of Node, OpenSSL, zlib and undici; the first that fits counts. */
const rules: readonly Rule[] = [
  {
    codes: /^(ENOTFOUND|EAI_)/,
    failure: (code) =>
      new SourceFailure(
        'UNREACHABLE',
        'DNS_FAILED',
        `the host name of the source's url cannot be resolved (${code}); check it`,
      ),
  },
  {
    codes: /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)/,
    failure: () =>
      new SourceFailure('TIMEOUT', 'TIMEOUT', `no connection to the server in time; is a firewall in between?`),
  },
  {
    codes: /^Z_BUF_ERROR/,
    failure: () => truncated(),
  },
  {
    codes: /^(Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/,
    failure: () => new SourceFailure('BAD_RESPONSE', 'BAD_ENCODING', 'the compressed answer is damaged'),
  },
  {
    codes:
      /^(UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_ABORTED|ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_INVALID_EOF_STATE)/,
    failure: (_code, { base, answered }) => (answered ? truncated() : lost(base)),
  },
  {
    codes: /^(ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG|ERR_SSL_HTTP_REQUEST|EPROTO)/,
    failure: () =>
      new SourceFailure(
        'BAD_RESPONSE',
        'NOT_TLS',
        `what answers at the source's url does not speak TLS; should it begin with http:?`,
      ),
  },
  {
    codes: /^(ERR_SSL_|ERR_OSSL_|ERR_TLS_)/,
    failure: (code) =>
      new SourceFailure(
        'TLS_UNTRUSTED',
        code,
        `no TLS connection to the server could be agreed on (${code}); check the source's tls settings and the server's TLS version`,
      ),
  },
  {
    codes: /^(HPE_|UND_ERR_)/,
    failure: (code) =>
      new SourceFailure(
        'BAD_RESPONSE',
        'NOT_HTTP',
        `what answers at the source's url does not speak HTTP as expected (${code}); check its scheme and port`,
      ),
  },
  {
    // Every other error of the operating system: refused, no route, no free port …
    codes: /^E[A-Z0-9]+$/,
    failure: (code) =>
      new SourceFailure(
        'UNREACHABLE',
        code,
        `nothing answers at the source's url (${code}); check it, and that the server runs`,
      ),
  },
];

function truncated(): SourceFailure {
  return new SourceFailure('BAD_RESPONSE', 'TRUNCATED', 'the answer was cut off before its end');
}

function lost(base: URL): SourceFailure {
  const advice = base.protocol === 'http:' ? "; if it speaks TLS, the source's url must begin with https:" : '';
  return new SourceFailure(
    'UNREACHABLE',
    'CONNECTION_LOST',
    `the connection to the server broke before anything was answered${advice}`,
  );
}

/** A header that HTTP cannot carry comes from the configured credentials; any other invalid argument is our own fault. */
function unsendable(error: unknown): SourceFailure | null {
  if (!(error instanceof Error && /header/i.test(error.message))) return null;
  return new SourceFailure(
    'AUTH_FAILED',
    'INVALID_CREDENTIALS',
    "the configured credentials hold characters that HTTP cannot carry; check the source's auth for line breaks",
  );
}

function adviceFor(status: number): string {
  if (status === 404) return "; check the source's url and kind";
  return status >= 500 ? '; the fault is on its side, it will be asked again' : '';
}

function saidText(hint: string | null): string {
  const line = safeHint(hint ?? '');
  return line === '' ? '' : `: ${line}`;
}

function errorCode(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string') return code;
    // undici's own complaints about what is no HTTP at all carry a name but no code.
    if (at.name === 'HTTPParserError') return 'HPE_UNREADABLE';
  }
  return '';
}
