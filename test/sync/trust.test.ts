import { expect, it } from 'vitest';
import { insecureNotices } from '../../src/sync/trust.js';

const noticed = (url: string, tls: object = {}) => insecureNotices({ name: 'prod', url, tls }).length === 1;

it.each<[string, object]>([
  ['https://vendor.example', {}],
  ['https://vendor.example', { fingerprint256: 'AA' }],
  ['https://vendor.example', { ca: 'PEM', insecure: false }],
  ['http://localhost:8089', {}],
  ['http://127.0.0.5', {}],
  ['http://[::1]:8089', {}],
])('%s with tls %j is nothing to speak of', (url, tls) => {
  expect(noticed(url, tls)).toBe(false);
});

it.each<[string, object]>([
  ['https://vendor.example', { insecure: true }],
  ['http://vendor.example', {}],
  ['http://10.0.0.1:8089', {}],
  ['http://127.0.0.1.example', {}],
  ['http://localhost.example', {}],
  ['http://0.0.0.0', {}],
  ['http://[::2]', {}],
])('%s with tls %j is', (url, tls) => {
  expect(noticed(url, tls)).toBe(true);
});
