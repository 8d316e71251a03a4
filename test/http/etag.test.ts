import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { isKnown } from '../../src/http/etag.js';

const asked = (known?: string) => ({ headers: { 'if-none-match': known } }) as unknown as FastifyRequest;

it.each<[given: string | undefined, tag: string, known: boolean]>([
  [undefined, '"a"', false],
  ['', '"a"', false],
  ['"a"', '"a"', true],
  ['W/"a"', '"a"', true],
  ['"a"', 'W/"a"', true],
  ['"b", W/"a"', 'W/"a"', true],
  ['"b"', '"a"', false],
  ['*', '"a"', true],
])('If-None-Match: %s names %s: %s', (given, tag, known) => {
  expect(isKnown(asked(given), tag)).toBe(known);
});
