import { expect, it } from 'vitest';
import { serveEmulator } from '../../src/emulators/emulator.js';
import { createHttpClient } from '../../src/sources/http.js';

it('serves HTTPS with a self-signed certificate that its fingerprint and its PEM both identify', async () => {
  const emulator = await serveEmulator({ tls: true }, (app) => {
    app.get('/hello', async () => ({ hello: 'there' }));
  });
  const ask = (tls: object) => {
    const client = createHttpClient({ url: emulator.url, tls, timeoutMs: 2_000 });
    return client.request({ path: '/hello' }).finally(() => client.close());
  };
  await expect(ask({})).rejects.toMatchObject({
    status: 'TLS_UNTRUSTED',
    message: expect.stringContaining(emulator.fingerprint256 ?? '?'),
  });
  expect((await ask({ fingerprint256: emulator.fingerprint256 })).body).toBe('{"hello":"there"}');
  expect((await ask({ ca: emulator.certificate })).status).toBe(200);
  expect((await ask({ insecure: true })).status).toBe(200);
  await expect(ask({ fingerprint256: 'AA:BB' })).rejects.toMatchObject({ code: 'FINGERPRINT_MISMATCH' });
  expect(emulator.requests.map((request) => request.status)).toEqual([200, 200, 200]);
  await emulator.close();
});
