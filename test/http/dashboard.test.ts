import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagePaths } from '../../src/http/dashboard/page-paths.js';
import { addDashboardRoutes } from '../../src/http/dashboard/routes.js';
import { startGateway } from '../support/gateway.js';
import { staticSource } from '../support/static-source.js';

const SCRIPT = 'console.log("a script of some length, so that it is worth being compressed");\n'.repeat(20);

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dashboard-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>license-gateway</title>');
  await writeFile(join(directory, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(directory, 'assets/index-abc123.js'), SCRIPT);
  await writeFile(join(directory, 'manifest.json'), '{}');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function served(from = directory) {
  const app = fastify();
  addDashboardRoutes(app, from);
  return app;
}

describe('the dashboard over HTTP', () => {
  it('is the same page at every address of it, asked for again each time and answered briefly when it is known', async () => {
    const app = served();
    for (const path of pagePaths) {
      const { statusCode, headers, body } = await app.inject(path.replace('*', 'Pool%3Asplunk%3Aweb'));
      expect(statusCode, path).toBe(200);
      expect(headers['content-type'], path).toBe('text/html; charset=utf-8');
      expect(headers['cache-control'], path).toBe('no-cache');
      expect(body, path).toContain('<title>license-gateway</title>');
    }
    const etag = String((await app.inject('/')).headers.etag);
    expect(etag).toMatch(/^"[\w-]+"$/);
    const again = await app.inject({ url: '/', headers: { 'if-none-match': etag } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });

  it('lets the page load nothing from elsewhere, nor be framed', async () => {
    const policy = String((await served().inject('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('keeps for ever what has its content in its name, and packs it for who unpacks it', async () => {
    const app = served();
    const packed = await app.inject({ url: '/assets/index-abc123.js', headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.rawPayload.length).toBeLessThan(SCRIPT.length / 2);
    const plain = await app.inject({ url: '/assets/index-abc123.js', headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(SCRIPT);
    expect((await app.inject('/icon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it('serves the files that the page is made of, and no other', async () => {
    const app = served();
    for (const path of ['/manifest.json', '/assets/index-old.js', '/assets/', '/assets/..%2findex.html', '/nowhere']) {
      expect((await app.inject(path)).statusCode, path).toBe(404);
    }
  });

  it('says so when it was not built', async () => {
    const { statusCode, body } = await served(join(directory, 'missing')).inject('/');
    expect(statusCode).toBe(404);
    expect(body).toContain('the dashboard was not built; run npm run build');
  });

  it('is not there where the configuration turns it off', async () => {
    const { source, module } = staticSource('splunk', {});
    const gateway = await startGateway([source], { overrides: { modules: [module] }, dashboard: false });
    const root = await fetch(`${gateway.url}/`, { redirect: 'manual' });
    expect([root.status, root.headers.get('location')]).toEqual([302, '/graphiql']);
    expect((await fetch(`${gateway.url}/licenses`)).status).toBe(404);
    await gateway.close();
  });
});
