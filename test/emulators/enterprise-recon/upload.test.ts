import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterEach, expect, it } from 'vitest';
import {
  type EnterpriseReconState,
  type StandInLicense,
  standInLicense,
  startEnterpriseReconEmulator,
} from '../../../src/emulators/enterprise-recon/index.js';
import { publicKey } from '../../../src/emulators/public-key.js';

const USED = 'License upload failed: The license has already been used. Each license can only be uploaded once.';
const INVALID = 'Invalid license file.';
const EXPIRED = 'License is expired.';
const INSUFFICIENT = 'Insufficient data allowance for scanned data volume.';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const authorization = `Basic ${Buffer.from('apiuser:password123').toString('base64')}`;

async function start(scenario: string) {
  const clock = { time: new Date('2026-01-01T00:00:00Z'), now: () => clock.time };
  const emulator = await startEnterpriseReconEmulator({ clock, scenario });
  cleanups.push(() => emulator.close());
  const put = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await request(`${emulator.url}/v1/licenses`, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body,
    });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    return { status: answer.statusCode, headers: answer.headers, bytes };
  };
  const putContent = async (content: string) => {
    const { status, bytes } = await put(JSON.stringify({ content }));
    return { status, json: JSON.parse(bytes.toString()) };
  };
  const upload = (text: string) => putContent(Buffer.from(text).toString('base64'));
  return { clock, state: emulator.state, put, putContent, upload };
}

const TB = '1000000000000';
const limitsOf: Readonly<Record<string, StandInLicense['limits']>> = {
  legacy: [
    { type: 'server', comment: 'Server', total: '40' },
    { type: 'workstation', comment: 'Workstation', total: '60' },
    { type: 'microsoft', comment: 'Office 365/Exchange User', total: '30' },
    { type: 'dropbox', comment: 'Dropbox User', total: '1' },
    { type: 'teradata', comment: 'Teradata Data Allowance', total: '40000000000000' },
  ],
  sitewide: [{ type: 'global', comment: 'Global Data Allowance', total: TB }],
  'non-sitewide': [
    { type: 'server', comment: 'Server', total: '50' },
    { type: 'client', comment: 'Client', total: '60' },
    { type: 'server', comment: 'Server Data Allowance', total: TB },
    { type: 'client', comment: 'Client Data Allowance', total: '2000000000000' },
  ],
};

function licenseFor(scenario: string, fields: Partial<StandInLicense> = {}): string {
  return standInLicense({
    serial: 'ER-2026-0001',
    company: 'New Company Ltd',
    edition: 'PRO',
    expires: new Date('2027-01-01T00:00:00Z'),
    limits: limitsOf[scenario] ?? limitsOf['non-sitewide'] ?? [],
    ...fields,
  });
}

const usagesOf = ({ licenses }: EnterpriseReconState) => (licenses.summary ?? []).map(({ usage }) => usage);
const totalsOf = ({ licenses }: EnterpriseReconState) => (licenses.summary ?? []).map(({ total }) => total);

it.each(['sitewide', 'non-sitewide', 'demo'])(
  'licenses the %s installation anew and keeps its usage',
  async (scenario) => {
    const { state, upload } = await start(scenario);
    const before = structuredClone(state.licenses);
    const usages = usagesOf(state);
    expect(await upload(licenseFor(scenario))).toEqual({ status: 200, json: {} });
    expect(state.licenses).toMatchObject({
      state: 'licensed',
      company: 'New Company Ltd',
      edition: 'PRO',
      expires: '1798761600',
    });
    expect(usagesOf(state)).toEqual(usages);
    expect(totalsOf(state)).toEqual((limitsOf[scenario] ?? limitsOf['non-sitewide'])?.map(({ total }) => total));
    expect(state.licenses).not.toHaveProperty('warning');
    expect([state.licenses.targets, state.licenses.datausage]).toEqual([before.targets, before.datausage]);
  },
);

it('licenses the legacy installation anew: its expiry stays a number, pools not licensed and not in use go', async () => {
  const { state, upload } = await start('legacy');
  expect((await upload(licenseFor('legacy'))).status).toBe(200);
  expect(state.licenses).toMatchObject({ state: 'licensed', edition: 'PRO', expires: 1798761600 });
  expect(state.licenses.summary?.map(({ type, total, usage }) => [type, total, usage])).toEqual([
    ['server', '40', '5'],
    ['workstation', '60', '0'],
    ['microsoft', '30', '1'],
    ['dropbox', '1', '1'],
    ['teradata', '40000000000000', '0'],
  ]);
});

it('adds a pool that the installation did not have, unused', async () => {
  const { state, upload } = await start('sitewide');
  const more = { type: 'hadoop', comment: 'Hadoop Data Allowance', total: '5' };
  expect((await upload(licenseFor('sitewide', { limits: [...(limitsOf.sitewide ?? []), more] }))).status).toBe(200);
  expect(state.licenses.summary?.at(-1)).toEqual({ ...more, usage: '0' });
});

it('takes a license for fewer targets than there are, and is exceeded: the warning stays', async () => {
  const { state, upload } = await start('demo');
  const limits = limitsOf['non-sitewide']?.map((limit) =>
    limit.comment === 'Server' ? { ...limit, total: '1' } : limit,
  );
  const { warning } = state.licenses;
  expect((await upload(licenseFor('demo', limits && { limits }))).status).toBe(200);
  expect(state.licenses).toMatchObject({ state: 'exceeded', warning });
});

it('takes each license once, also where its text differs', async () => {
  const { state, upload } = await start('sitewide');
  expect((await upload(licenseFor('sitewide'))).status).toBe(200);
  const after = structuredClone(state.licenses);
  const again = licenseFor('sitewide', { company: 'Another', expires: new Date('2028-01-01T00:00:00Z') });
  expect(await upload(again)).toEqual({ status: 422, json: { message: USED } });
  expect(state.licenses).toEqual(after);
  expect((await upload(licenseFor('sitewide', { serial: 'ER-2026-0002' }))).status).toBe(200);
});

it('takes one of many uploads of one file at once', async () => {
  const { upload } = await start('sitewide');
  const answers = await Promise.all(Array.from({ length: 8 }, () => upload(licenseFor('sitewide'))));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ json }) => json.message === USED)).toHaveLength(7);
});

it('forgets what it took when it starts again', async () => {
  expect((await (await start('sitewide')).upload(licenseFor('sitewide'))).status).toBe(200);
  expect((await (await start('sitewide')).upload(licenseFor('sitewide'))).status).toBe(200);
});

it("answers the vendor's own example of an upload, which is no license of this stand-in", async () => {
  const { putContent } = await start('legacy');
  expect(await putContent('NUE1REU1MTk3ODRBRDU1NEMxNDZGOTAwMw==')).toEqual({ status: 422, json: { message: INVALID } });
});

it.each<[string, (text: string) => string]>([
  ['nothing', () => ''],
  ['changed terms', (text) => text.replace(TB, `9${TB}`)],
  ['another header', (text) => text.replace('STAND-IN OF AN EMULATOR, 1', 'STAND-IN OF AN EMULATOR, 2')],
  ['no signature', (text) => text.split('\n').slice(0, 2).join('\n')],
  ['half a signature', (text) => text.slice(0, -40)],
  ['a line more', (text) => `${text}more\n`],
  [
    'terms signed with another key',
    (text) => {
      const signed = text.split('\n').slice(0, 2).join('\n');
      return `${signed}\n${publicKey('other words').sign(signed)}\n`;
    },
  ],
  [
    'a total that is no number',
    () => licenseFor('sitewide', { limits: [{ type: 'global', comment: 'x', total: 'ten' }] }),
  ],
])('refuses as invalid a file with %s, and changes nothing', async (_what, spoil) => {
  const { state, upload } = await start('sitewide');
  const before = structuredClone(state);
  expect(await upload(spoil(licenseFor('sitewide')))).toEqual({ status: 422, json: { message: INVALID } });
  expect(state).toEqual(before);
});

it('refuses as invalid what is not base64, and lets line breaks in it pass', async () => {
  const { putContent } = await start('sitewide');
  const content = Buffer.from(licenseFor('sitewide')).toString('base64');
  expect(await putContent(`${content.slice(0, 8)}$${content.slice(8)}`)).toEqual({
    status: 422,
    json: { message: INVALID },
  });
  expect((await putContent(content.replace(/.{76}/g, '$&\n'))).status).toBe(200);
});

it('refuses a license from the second in which it ends, and does not use it up', async () => {
  const { clock, state, upload } = await start('sitewide');
  const before = structuredClone(state.licenses);
  clock.time = new Date('2027-01-01T00:00:00Z');
  expect(await upload(licenseFor('sitewide'))).toEqual({ status: 422, json: { message: EXPIRED } });
  expect(state.licenses).toEqual(before);
  clock.time = new Date('2026-12-31T23:59:59Z');
  expect((await upload(licenseFor('sitewide'))).status).toBe(200);
});

it('refuses an allowance below what was scanned, to the byte, and does not use the license up', async () => {
  const { state, upload } = await start('sitewide');
  const before = structuredClone(state.licenses);
  const allowing = (total: string) =>
    licenseFor('sitewide', { limits: [{ type: 'global', comment: 'Global Data Allowance', total }] });
  expect(await upload(allowing('1157499269'))).toEqual({ status: 422, json: { message: INSUFFICIENT } });
  expect(state.licenses).toEqual(before);
  expect((await upload(allowing('1157499270'))).status).toBe(200);
});

it('refuses a license of another model, which allows nothing for what was scanned', async () => {
  const { upload } = await start('non-sitewide');
  expect((await upload(licenseFor('sitewide'))).json).toEqual({ message: INSUFFICIENT });
});

it('names the first reason of invalid, used, expired, insufficient', async () => {
  const { clock, upload } = await start('sitewide');
  const both = { expires: new Date('2025-01-01T00:00:00Z'), limits: [] };
  expect((await upload(licenseFor('sitewide', both))).json).toEqual({ message: EXPIRED });
  expect((await upload(licenseFor('sitewide'))).status).toBe(200);
  clock.time = new Date('2030-01-01T00:00:00Z');
  expect((await upload(licenseFor('sitewide', both))).json).toEqual({ message: USED });
  expect((await upload(licenseFor('sitewide', both).replace('2026', '2027'))).json).toEqual({ message: INVALID });
});

it.each([
  ['no JSON', 'content=abc', {}],
  ['half of it', '{"content":', {}],
  ['nothing', '', {}],
  ['null', 'null', {}],
  ['a list', '["content"]', {}],
  ['a text', '"content"', {}],
  ['no content', '{}', {}],
  ['a number for content', '{"content": 1}', {}],
  ['content from afar', '{"toString": "abc"}', {}],
  ['a form', 'content=abc', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['plain text', '{"content": "abc"}', { 'content-type': 'text/plain' }],
])('answers 400 to a body that is %s', async (_what, body, headers) => {
  const { put } = await start('sitewide');
  const answer = await put(body, headers as Record<string, string>);
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.bytes.toString())).toEqual({ message: 'Bad request.' });
});

it('asks for the password before anything else', async () => {
  const { put, state } = await start('sitewide');
  const content = Buffer.from(licenseFor('sitewide')).toString('base64');
  expect((await put(JSON.stringify({ content }), { authorization: 'Basic bm86bm8=' })).status).toBe(401);
  expect(state.usedSerials.size).toBe(0);
});

it('compresses the answer to an upload that succeeded, and no other', async () => {
  const { put } = await start('sitewide');
  const body = JSON.stringify({ content: Buffer.from(licenseFor('sitewide')).toString('base64') });
  const taken = await put(body, { 'accept-encoding': 'gzip' });
  expect(gunzipSync(taken.bytes).toString()).toBe('{}');
  const refused = await put(body, { 'accept-encoding': 'gzip' });
  expect(refused.headers['content-encoding']).toBeUndefined();
  expect(JSON.parse(refused.bytes.toString())).toEqual({ message: USED });
});

it('writes the same license the same way, and says what it is in its first line', () => {
  expect(licenseFor('sitewide')).toBe(licenseFor('sitewide'));
  expect(licenseFor('sitewide').split('\n')[0]).toBe('ENTERPRISE RECON LICENSE, STAND-IN OF AN EMULATOR, 1');
});
