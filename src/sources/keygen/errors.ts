/** From a refusal of Keygen's API to a typed failure that quotes the vendor's own words. */
import { SourceFailure } from '../../domain/failure.js';
import { failureOfStatus, redacted, safeHint } from '../http.js';
import type { HttpResponse } from '../http-response.js';
import { parseVendorJson } from '../json.js';
import { errorDocument } from './wire.js';

/** What to do about a code; the codes are those of Keygen API 1.8. */
const ADVICE: Readonly<Record<string, string>> = {
  TOKEN_FORMAT_INVALID: 'auth.token must be the token itself, not its id',
  TOKEN_EXPIRED: 'make a new token and put it in auth.token',
  TOKEN_INVALID: 'check auth.token and settings.account: a token of another account is refused like this, too',
  TOKEN_NOT_ALLOWED: 'use an admin, read-only or product token',
};

/** What the vendor itself says of a request that it refuses. */
export interface VendorWords {
  /** In the order sent; the vendor often sends none of both. */
  readonly problems: readonly { readonly code: string | null; readonly pointer: string | null }[];
  /** May be shown; empty when it says nothing. */
  readonly words: string;
}

/** What is cut out of words should the vendor repeat it. */
export interface Secrets {
  readonly token: string;
  /** License keys: who holds one holds the license. */
  readonly keys: readonly string[];
}

export function keygenFailure(response: HttpResponse, secrets: Secrets): SourceFailure {
  const { problems, words } = vendorWords(response.body, secrets) ?? { problems: [], words: '' };
  const code = problems.find((problem) => problem.code !== null)?.code ?? `HTTP_${response.status}`;
  const said = words === '' ? '' : `: ${words}`;
  switch (response.status) {
    case 400:
      // The server knows no API 1.8 (older than that), or is no edition that takes this request: asking again is no use.
      if (code === 'INVALID_API_VERSION' || code === 'ENVIRONMENT_NOT_SUPPORTED') {
        return new SourceFailure('UNSUPPORTED', code, `the server does not speak Keygen API 1.8 (400)${said}`);
      }
      break;
    case 402:
      return paymentRequired(code, said);
    case 404:
      return new SourceFailure(
        'BAD_RESPONSE',
        'HTTP_404',
        `there is no such list (404)${said}; check the source's url and settings.account`,
      );
    case 405:
      return new SourceFailure('UNSUPPORTED', 'HTTP_405', `the server does not have this feature (405)${said}`);
  }
  const general = failureOfStatus(response, [words, ADVICE[code]].filter(Boolean).join('; '));
  return new SourceFailure(general.status, code, general.message, general.retryAfterMs);
}

/** A daily request limit passes by itself, as a rate limit does; a plan's limit on licensed users is for the owner to settle. */
function paymentRequired(code: string, said: string): SourceFailure {
  if (/request/i.test(code) || /request limit|daily/i.test(said)) {
    return new SourceFailure(
      'RATE_LIMITED',
      code,
      `the account's request limit is used up (402)${said}; raise the source's syncInterval or the account's plan`,
    );
  }
  return new SourceFailure('FORBIDDEN', code, `the account's plan does not allow this (402)${said}`);
}

/** Null when the body is no error document of the vendor, but a proxy's or nothing. */
export function vendorWords(body: string, secrets: Secrets): VendorWords | null {
  try {
    const { errors } = errorDocument.parse(parseVendorJson(body));
    if (errors.length === 0) return null;
    const words = errors.map((error) => error.detail ?? error.title ?? '').filter((text) => text !== '');
    return {
      problems: errors.map(({ code = '', source }) => ({
        code: /^[A-Z][A-Z0-9_]{0,63}$/.test(code) ? code : null,
        pointer: source?.pointer ?? null,
      })),
      words: showable(words.join('; '), secrets),
    };
  } catch {
    return null;
  }
}

/** The vendor's words without secrets. */
export function showable(words: string, { token, keys }: Secrets): string {
  return safeHint(redacted(words, [[token, '[token]'], ...keys.map((key) => [key, '[key]'] as const)]));
}
