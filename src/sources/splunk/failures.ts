/** Splunk's refusals and unreadable answers as failures a person can act on. */
import { SourceFailure } from '../../domain/failure.js';
import { failureOfStatus, redacted, safeHint } from '../http.js';
import type { HttpResponse } from '../http-response.js';
import { parseXml, xmlMessages } from './atom.js';

/**
 * What the vendor says in an error answer: JSON `messages[].text`, XML `messages/msg`, a page's title; null when it
 * says nothing. Never throws, whatever the body is.
 */
export function vendorText(response: HttpResponse): string | null {
  const body = response.body.trim();
  return shown(body.startsWith('{') ? jsonTexts(body) : body.startsWith('<') ? markupTexts(body) : [], response);
}

/** What a good answer calls an error all the same (a feed has room for messages); null when nothing. */
export function vendorErrors(response: HttpResponse): string | null {
  const body = response.body.trim();
  return body.startsWith('{') ? shown(jsonTexts(body, /^(ERROR|FATAL)$/i), response) : null;
}

/** Without the credentials, which nobody keeps the vendor from repeating. */
function shown(texts: readonly string[], { secrets = [] }: HttpResponse): string | null {
  const marked = secrets.map((secret) => [secret, '[credentials]'] as const);
  const text = safeHint(redacted(texts.join('; '), marked));
  return text === '' ? null : text;
}

/** The failure that a refusing status stands for. */
export function failureOf(response: HttpResponse): SourceFailure {
  const said = vendorText(response);
  if ((response.status === 401 || response.status === 403) && isFreeLicense(said)) {
    return new SourceFailure(
      'UNSUPPORTED',
      'FREE_NO_REMOTE',
      'this Splunk runs under the Free license, which answers no remote calls; its license state cannot be read until another license group is activated',
    );
  }
  if (response.status >= 300 && response.status < 400) {
    return new SourceFailure(
      'BAD_RESPONSE',
      `HTTP_${response.status}`,
      `the server redirects instead of answering (${response.status}); the source's url must be Splunk's management port (usually 8089), not Splunk Web`,
    );
  }
  return failureOfStatus(response, said);
}

export function unreadable(code: string, path: string, what: string): SourceFailure {
  return new SourceFailure('BAD_RESPONSE', code, `${path.replace(/^\/services\//, '')}: ${what}`);
}

/**
 * Splunk Free has no login and says so. The text about remote login under a default password is about the account
 * and stays a refusal of the credentials.
 */
function isFreeLicense(said: string | null): boolean {
  if (said === null) return false;
  if (/free\s+licen[sc]e/i.test(said)) return true;
  return /remote\s+login/i.test(said) && !/default password|allowRemoteLogin/i.test(said);
}

function jsonTexts(body: string, type = /^/): string[] {
  try {
    const { messages } = JSON.parse(body) as { messages?: unknown };
    if (!Array.isArray(messages)) return [];
    return messages.flatMap((message: unknown) => {
      const { text, type: own } = (message ?? {}) as { text?: unknown; type?: unknown };
      return typeof text === 'string' && type.test(String(own)) ? [text] : [];
    });
  } catch {
    return [];
  }
}

function markupTexts(body: string): string[] {
  const root = parseXml(body);
  const messages = root === null ? [] : xmlMessages(root.node);
  if (messages.length > 0) return messages;
  const title = /<title[^<>]{0,200}>([^<]{1,200})<\/title>/i.exec(body.slice(0, 10_000));
  return title?.[1] === undefined ? [] : [title[1]];
}
