import { expect, it } from 'vitest';
import { isPlainUrl } from '../../src/domain/hosts.js';

it.each(['https://gateway.example', 'https://gateway.example/webhooks/keygen', 'http://127.0.0.1:8080/realms/@acme/'])(
  '%s is an address and nothing else',
  (url) => {
    expect(isPlainUrl(url)).toBe(true);
  },
);

it.each([
  '',
  'gateway.example',
  'ftp://gateway.example',
  'https:gateway.example',
  'https://',
  'https://u:p@gateway.example',
  'https://u@gateway.example',
  'https://gateway.example/?a=b',
  'https://gateway.example/?',
  'https://gateway.example/#',
  ' https://gateway.example',
  'https://gateway.example/\n',
])('%j is not', (url) => {
  expect(isPlainUrl(url)).toBe(false);
});
