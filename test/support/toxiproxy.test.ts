/** The proxy that tests hurt connections with does what it says. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningToxiproxy, startToxiproxy, toxiproxyServer } from './toxiproxy.js';

describe.skipIf(!toxiproxyServer)('toxiproxy (set TOXIPROXY_SERVER)', () => {
  let toxiproxy: RunningToxiproxy;
  let upstream: Server;
  beforeAll(async () => {
    toxiproxy = await startToxiproxy();
    upstream = createServer((socket) => socket.on('error', () => {}).end('hello')).listen(0, '127.0.0.1');
    await once(upstream, 'listening');
  });
  afterAll(async () => {
    upstream.close();
    await toxiproxy.close();
  });

  it('passes on, cuts, and restores', async () => {
    const proxy = await toxiproxy.proxy({ upstream: `127.0.0.1:${(upstream.address() as AddressInfo).port}` });
    const answer = async () => {
      const socket = connect(proxy.port, proxy.host);
      const chunks: Buffer[] = [];
      for await (const chunk of socket) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString();
    };
    expect(await answer()).toBe('hello');
    await proxy.cut();
    await expect(answer()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await proxy.restore();
    const heal = await proxy.toxic('limit_data', { bytes: 3 });
    expect(await answer()).toBe('hel');
    await heal();
    expect(await answer()).toBe('hello');
  });
});
