/** What is refused before Splunk is asked, and names that must lead no path astray. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEnterpriseReconEmulator } from '../../../src/emulators/enterprise-recon/index.js';
import { reconSourceOf } from '../../support/emulators.js';
import { keys } from '../../support/gateway.js';
import { A, B, base64, type Desk, expectRefused, GIB, LICENSE, literal, NOW, openDesk, STACK } from './splunk-desk.js';

let desk: Desk;
let recon: Awaited<ReturnType<typeof startEnterpriseReconEmulator>>;
beforeAll(async () => {
  recon = await startEnterpriseReconEmulator({ scenario: 'demo', clock: { now: () => NOW } });
  desk = await openDesk({ others: [reconSourceOf(recon)] });
});
beforeEach(() => desk.reset());
afterAll(async () => {
  await desk.close();
  await recon.close();
});

describe('before Splunk is asked', () => {
  const NEW = `stackId: "${STACK}", name: "b"`;
  const WEB = 'poolId: "Pool:splunk:web"';
  const badQuotas = [
    '10XB',
    '-1',
    '',
    '0',
    '0MB',
    '1.5GB',
    '10 GB',
    '10gb',
    'max',
    '+1',
    '1e3',
    '9223372036854775808',
    '8589934592GB',
    '١',
  ];

  it.each(badQuotas)('the quota %j is none, to create and to edit with', async (quota) => {
    const refusal = { code: 'INVALID_QUOTA', path: ['quota'] };
    await expectRefused(desk, 'createPool', `${NEW}, quota: ${literal(quota)}`, refusal);
    await expectRefused(desk, 'updatePool', `${WEB}, quota: ${literal(quota)}`, refusal);
  });

  it.each([
    ['no GUID', ['idx-web-01'], '0'],
    ['an empty one', [A, ''], '1'],
    ['two in one', [`${A},${B}`], '0'],
    ['everybody and one more', ['*', A], '0'],
    ['another path', ['../../groups/Free'], '0'],
    ['a field of the form', [`${A}&quota=1`], '0'],
  ])('peers that hold %s are refused, to create and to edit with', async (_what, peers, place) => {
    const refusal = { code: 'INVALID_INPUT', path: ['peers', place] };
    await expectRefused(desk, 'createPool', `${NEW}, quota: "1GB", peers: ${literal(peers)}`, refusal);
    await expectRefused(desk, 'updatePool', `${WEB}, peers: ${literal(peers)}`, refusal);
  });

  it.each(['', ' ', '.', '..', '...', 'line\nbreak', 'a\r\nHost: b', 'nul\0', 'x'.repeat(256)])(
    'the name %j is none',
    async (name) => {
      const input = `stackId: "${STACK}", name: ${literal(name)}, quota: "1GB"`;
      await expectRefused(desk, 'createPool', input, { code: 'INVALID_INPUT', path: ['name'] });
    },
  );

  it.each([
    ['no base64', '@@@', 'INVALID_INPUT'],
    ['half a byte', 'YWJjZ', 'INVALID_INPUT'],
    ['padding in the middle', 'YQ==YQ==', 'INVALID_INPUT'],
    ['nothing', '', 'INVALID_INPUT'],
    ['a text that is no XML', base64('license'), 'INVALID_LICENSE_FILE'],
    ['XML of another kind', base64('<licence/>'), 'INVALID_LICENSE_FILE'],
    ['half a license', base64(LICENSE.slice(0, 200)), 'INVALID_LICENSE_FILE'],
    [
      'a document type',
      base64(`<!DOCTYPE license [<!ENTITY a SYSTEM "file:///etc/passwd">]>${LICENSE}`),
      'INVALID_LICENSE_FILE',
    ],
    ['other bytes than UTF-8', Buffer.from([0x3c, 0xff, 0xfe]).toString('base64'), 'INVALID_LICENSE_FILE'],
  ])('content of %s is refused', async (_what, content, code) => {
    const input = `sourceId: "Source:splunk", content: ${literal(content)}`;
    await expectRefused(desk, 'uploadLicense', input, { code, path: ['content'] });
  });

  it('content of 10 MB does not come in', async () => {
    const query =
      'mutation ($content: String!) { uploadLicense(input: { sourceId: "Source:splunk", content: $content }) { errors { code } } }';
    const response = await fetch(`${desk.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${keys.ADMIN}` },
      body: JSON.stringify({ query, variables: { content: 'A'.repeat(10 * 1024 * 1024) } }),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
    expect((await desk.send('uploadLicense', 'sourceId: "Source:nowhere", content: "YQ=="')).sent).toEqual([]);
  });

  it.each([
    ['uploadLicense', 'sourceId', ', content: "YQ=="', 'SOURCE_NOT_FOUND', 'Pool:splunk:web'],
    ['deleteLicense', 'licenseId', '', 'LICENSE_NOT_FOUND', 'Pool:splunk:web'],
    ['activateGroup', 'groupId', '', 'GROUP_NOT_FOUND', STACK],
    ['createPool', 'stackId', ', name: "b", quota: "1GB"', 'STACK_NOT_FOUND', 'Group:splunk:Enterprise'],
    ['updatePool', 'poolId', ', quota: "1GB"', 'POOL_NOT_FOUND', STACK],
    ['deletePool', 'poolId', '', 'POOL_NOT_FOUND', STACK],
  ])('%s wants an id of its own kind, and of a source that is there', async (name, field, rest, code, other) => {
    const concept = code
      .split('_')[0]
      ?.toLowerCase()
      .replace(/^./, (letter) => letter.toUpperCase());
    for (const id of [
      other,
      `${concept}:nowhere:web`,
      `${concept}:splunk:../web`,
      `${concept}:splunk:%2e%2e%2fweb`,
      `${concept}:splunk:a%0Ab`,
      `${concept}:splunk:`,
    ]) {
      await expectRefused(desk, name, `${field}: ${literal(id)}${rest}`, { code, path: [field] });
    }
  });

  it.each([
    ['deleteLicense', 'licenseId: "License:recon:installation"', 'licenseId'],
    ['updatePool', 'poolId: "Pool:recon:server.BYTES", quota: "1GB"', 'poolId'],
    ['deletePool', 'poolId: "Pool:recon:server.BYTES"', 'poolId'],
  ])("%s of what is another vendor's is not supported", async (name, input, field) => {
    await expectRefused(desk, name, input, { code: 'UNSUPPORTED_BY_SOURCE', path: [field] });
    expect(recon.requests.filter(({ method, url }) => method !== 'GET' && !url.includes('login'))).toEqual([]);
  });

  it.each([
    ['createPool', 'stackId: "Stack:splunk:free", name: "b", quota: "1GB"', 'stackId'],
    ['createPool', 'stackId: "Stack:splunk:download-trial", name: "b", quota: "1GB"', 'stackId'],
    ['updatePool', 'poolId: "Pool:splunk:auto_generated_pool_forwarder", quota: "1GB"', 'poolId'],
    ['deletePool', 'poolId: "Pool:splunk:auto_generated_pool_free"', 'poolId'],
  ])('%s finds fixed pools fixed (%s)', async (name, input, field) => {
    await expectRefused(desk, name, input, { code: 'FIXED_POOL', path: [field] });
  });

  it('an edit of nothing is none, and everything wrong is told at once', async () => {
    await expectRefused(desk, 'updatePool', WEB, { code: 'INVALID_INPUT', path: null, says: 'nothing to change' });
    await expectRefused(desk, 'updatePool', `${WEB}, quota: "1GB", appendPeers: true`, {
      code: 'INVALID_INPUT',
      path: ['appendPeers'],
    });
    const input = 'stackId: "Stack:splunk:none", name: "", quota: "", peers: ["x"]';
    const { payload, sent } = await desk.send('createPool', input);
    expect(payload.errors.map(({ path }) => path?.[0])).toEqual(['stackId', 'name', 'quota', 'peers']);
    expect(sent).toEqual([]);
  });
});

describe('a name is taken as it is', () => {
  it.each([
    'a/b',
    '../web',
    '..%2Fweb',
    '%2e%2e',
    'per%cent',
    '50%25',
    'q?x=1#y',
    'plus+and&',
    "'; DROP",
    'a b',
    'ünï ✓',
    'a\\b',
    'a:b',
    'web/../archive',
    '"<b>"',
  ])('%j is created, edited and deleted, and leads to nothing else', async (name) => {
    const others = JSON.stringify(desk.state.pools.map((pool) => [pool.name, String(pool.quota), pool.peers]));
    const id = `Pool:splunk:${encodeURIComponent(name)}`;
    const path = `/services/licenser/pools/${encodeURIComponent(name)}?output_mode=json`;
    const made = await desk.send(
      'createPool',
      `stackId: "${STACK}", name: ${literal(name)}, quota: "1GB"`,
      'pool { id name }',
    );
    expect(made.payload).toEqual({ pool: { id, name }, errors: [] });
    expect(made.sent).toMatchObject([{ method: 'POST', path: '/services/licenser/pools?output_mode=json' }]);
    expect(new URLSearchParams(made.sent[0]?.body).get('name')).toBe(name);

    const edited = await desk.send('updatePool', `poolId: ${literal(id)}, quota: "2GB"`, 'pool { limit }');
    expect(edited.payload).toEqual({ pool: { limit: String(2n * GIB) }, errors: [] });
    expect(edited.sent).toEqual([{ method: 'POST', path, body: 'quota=2GB' }]);

    const gone = await desk.send('deletePool', `poolId: ${literal(id)}`, 'deletedId');
    expect(gone.payload).toEqual({ deletedId: id, errors: [] });
    expect(gone.sent).toEqual([{ method: 'DELETE', path, body: '' }]);
    expect(JSON.stringify(desk.state.pools.map((pool) => [pool.name, String(pool.quota), pool.peers]))).toBe(others);
    expect(
      [made, edited, gone].flatMap(({ entries }) => entries.map(({ outcome, subjectId }) => [outcome, subjectId])),
    ).toEqual(new Array(3).fill(['APPLIED', id]));
  });

  it('a description and peers that nobody knows are sent as they are', async () => {
    const description = 'a&b=c\n<x> "quoted" 100% ✓';
    const input = `poolId: "Pool:splunk:web", description: ${literal(description)}, peers: ["${A}"]`;
    const { payload, sent } = await desk.send('updatePool', input, 'pool { description peerVendorIds }');
    expect(payload).toEqual({ pool: { description, peerVendorIds: [A] }, errors: [] });
    expect(sent).toHaveLength(1);
    expect(desk.state.pools.find((pool) => pool.name === 'web')).toMatchObject({ description, peers: [A] });
  });
});
