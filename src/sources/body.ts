/** From an answered body to JSON, or to a failure that says what came instead; never quotes the body. */
import { SourceFailure } from '../domain/failure.js';
import type { HttpResponse } from './http-response.js';
import { parseVendorJson, parseVendorRows } from './json.js';

export interface JsonBodyOptions {
  /** Media types taken as JSON beside `application/json` and every `…+json`; lower case, without parameters. */
  readonly accept?: readonly string[];
}

/**
 * The JSON value of a response, integers beyond 2^53 as bigint. The status is the caller's to judge, before this.
 * Throws SourceFailure BAD_RESPONSE: EMPTY_BODY, HTML_BODY (a login or proxy page), WRONG_CONTENT_TYPE or NOT_JSON.
 * A response that names no content type is judged by its body.
 */
export function parseJsonResponse(response: HttpResponse, options: JsonBodyOptions = {}): unknown {
  return parsed(response, options, parseVendorJson);
}

/** The same, with the text of each row of a list, in order. */
export function parseRowsResponse(response: HttpResponse): ReturnType<typeof parseVendorRows> {
  return parsed(response, {}, parseVendorRows);
}

function parsed<T>(response: HttpResponse, options: JsonBodyOptions, parse: (text: string) => T): T {
  const text = withoutMark(response.body);
  if (text.trim() === '') throw bad('EMPTY_BODY', 'the vendor answered with an empty body');
  if (isHtml(response.contentType, text)) {
    throw bad(
      'HTML_BODY',
      "the vendor answered with a web page instead of JSON, as login pages and proxies do; check the source's url and what stands in between",
    );
  }
  if (!isJsonType(response.contentType, options.accept ?? [])) {
    throw bad(
      'WRONG_CONTENT_TYPE',
      `the vendor answered with content type "${response.contentType.slice(0, 80)}" instead of JSON; check the source's url and kind`,
    );
  }
  try {
    return parse(text);
  } catch {
    throw bad(
      'NOT_JSON',
      `the answer (${Buffer.byteLength(text)} bytes) is no complete JSON; it may have been cut off on its way`,
    );
  }
}

function isHtml(contentType: string, text: string): boolean {
  return contentType === 'text/html' || contentType === 'application/xhtml+xml' || /^\s*<(!doctype|html)\b/i.test(text);
}

function isJsonType(contentType: string, accept: readonly string[]): boolean {
  return (
    contentType === '' ||
    contentType === 'application/json' ||
    contentType.endsWith('+json') ||
    accept.includes(contentType)
  );
}

/** Some servers on Windows put a byte order mark before their JSON; JSON.parse refuses it. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function bad(code: string, message: string): SourceFailure {
  return new SourceFailure('BAD_RESPONSE', code, message);
}
