import { expect, it } from 'vitest';
import { parseJsonResponse } from '../../src/sources/body.js';

const response = (contentType: string, body: string) => ({ status: 200, headers: {}, contentType, body });
const reading =
  (contentType: string, body: string, accept: string[] = []) =>
  () =>
    parseJsonResponse(response(contentType, body), { accept });

it.each([
  ['application/json', []],
  ['application/vnd.api+json', []],
  ['', []],
  ['text/plain', ['text/plain']],
])('takes content type %j when %j are accepted besides', (contentType, accept) => {
  expect(reading(contentType, '{"id": 15192847076812295797}', accept)()).toEqual({ id: 15192847076812295797n });
});

it('overlooks a byte order mark', () => {
  expect(reading('application/json', '\uFEFF[1]')()).toEqual([1]);
});

it.each([
  ['application/json', '', 'EMPTY_BODY'],
  ['text/html', ' \n', 'EMPTY_BODY'],
  ['text/html', 'Please log in', 'HTML_BODY'],
  ['application/json', '\n<!DOCTYPE html><title>Proxy</title>', 'HTML_BODY'],
  ['', '<html><body>', 'HTML_BODY'],
  ['text/plain', '{}', 'WRONG_CONTENT_TYPE'],
  ['application/xml', '<feed/>', 'WRONG_CONTENT_TYPE'],
  ['application/json', '{"licenses": [{"key": "secret"', 'NOT_JSON'],
  ['application/json', '{"password": "secret"} and more', 'NOT_JSON'],
  ['', 'secret', 'NOT_JSON'],
])('%j with body %j is %s, and the body is not quoted', (contentType, body, code) => {
  expect(reading(contentType, body)).toThrow(
    expect.objectContaining({ status: 'BAD_RESPONSE', code, message: expect.not.stringContaining('secret') }),
  );
});
