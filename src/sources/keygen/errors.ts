/** From a refusal of Keygen's API to a typed failure that quotes the vendor's own words. */
import { SourceFailure } from '../../domain/failure.js';
import { failureOfStatus } from '../http.js';
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

/** `secret` is the token: it is cut out of the words should the vendor repeat it. */
export function keygenFailure(response: HttpResponse, secret: string): SourceFailure {
  const { code: vendorCode, words } = vendorWords(response.body, secret);
  const code = vendorCode ?? `HTTP_${response.status}`;
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

function vendorWords(body: string, secret: string): { code: string | null; words: string } {
  try {
    const { errors } = errorDocument.parse(parseVendorJson(body));
    const words = errors.map((error) => error.detail ?? error.title ?? '').filter((text) => text !== '');
    const code = errors.find((error) => /^[A-Z][A-Z0-9_]{0,63}$/.test(error.code ?? ''))?.code ?? null;
    const text = words.join('; ').slice(0, 300);
    return { code, words: secret === '' ? text : text.replaceAll(secret, '[token]') };
  } catch {
    return { code: null, words: '' };
  }
}
