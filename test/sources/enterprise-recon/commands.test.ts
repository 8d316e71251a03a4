import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type CommandName, type CommandOutcome, type Created, capabilityOf } from '../../../src/domain/commands.js';
import {
  type StandInLicense,
  standInLicense,
  startEnterpriseReconEmulator,
} from '../../../src/emulators/enterprise-recon/index.js';
import { enterpriseReconSource } from '../../../src/sources/enterprise-recon/index.js';
import { type AnyFault, startWriteProxy, type WriteFault } from '../../support/write-faults.js';
import { connect, NOW, withServer } from './helpers.js';

const USED = 'License upload failed: The license has already been used. Each license can only be uploaded once.';
const INVALID = 'Invalid license file.';
const EXPIRED = 'License is expired.';
const INSUFFICIENT = 'Insufficient data allowance for scanned data volume.';

const TIMEOUT_MS = 300;
const DONE = { done: true, value: { vendorId: 'installation' }, requestId: null };

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function licenseFor(fields: Partial<StandInLicense> = {}): Uint8Array {
  const text = standInLicense({
    serial: 'ER-2026-0001',
    company: 'New Company Ltd',
    edition: 'PRO',
    expires: new Date('2027-01-01T00:00:00Z'),
    limits: [{ type: 'global', comment: 'Global Data Allowance', total: '1000000000000' }],
    ...fields,
  });
  return Buffer.from(text);
}

async function upload(url: string, content: Uint8Array): Promise<CommandOutcome<Created>> {
  const connection = connect(url, { timeoutMs: TIMEOUT_MS });
  try {
    const { uploadLicense } = connection.commands;
    if (uploadLicense === undefined) throw new Error('there is no uploadLicense');
    return await uploadLicense({ content }, new AbortController().signal);
  } finally {
    await connection.close();
  }
}

/** A sitewide installation behind a proxy whose next write, or whose every request, goes wrong. */
async function start() {
  const emulator = await startEnterpriseReconEmulator({ clock: { now: () => NOW }, scenario: 'sitewide' });
  cleanups.push(() => emulator.close());
  const proxy = await startWriteProxy(emulator.url);
  cleanups.push(() => proxy.close());
  const before = structuredClone(emulator.state.licenses);
  return {
    proxy,
    state: emulator.state,
    before,
    upload: (content: Uint8Array) => upload(proxy.url, content),
    /** The license is in force, or all is as it was. */
    takenOver: () => {
      const { licenses } = emulator.state;
      if (licenses.company === 'New Company Ltd') return true;
      expect(licenses).toEqual(before);
      return false;
    },
  };
}

function refused(code: string, message: unknown, path: readonly string[] | null = null) {
  return { done: false, error: { code, message, path }, requestId: null };
}

it('can do what its capabilities say', async () => {
  const connection = connect('http://127.0.0.1:9');
  cleanups.push(() => connection.close());
  const names = Object.keys(connection.commands) as CommandName[];
  expect(['REFRESH_SOURCE', ...names.map(capabilityOf)]).toEqual(enterpriseReconSource.capabilities);
});

describe('an upload', () => {
  it('reads, then sends the file once, in base64, byte for byte', async () => {
    const { proxy, state, upload } = await start();
    expect(await upload(licenseFor())).toEqual(DONE);
    const body = JSON.stringify({ content: Buffer.from(licenseFor()).toString('base64') });
    expect(proxy.writes).toEqual([{ method: 'PUT', path: '/v1/licenses', body }]);
    expect(state.licenses).toMatchObject({ state: 'licensed', company: 'New Company Ltd', expires: '1798761600' });
    await upload(new Uint8Array([0, 255, 128, 10]));
    expect(proxy.writes[1]?.body).toBe('{"content":"AP+ACg=="}');
  });

  it("of the vendor's own example arrives as documented and is refused as no license", async () => {
    const { proxy, upload, takenOver } = await start();
    const content = 'NUE1REU1MTk3ODRBRDU1NEMxNDZGOTAwMw==';
    expect(await upload(Buffer.from(content, 'base64'))).toEqual(refused('INVALID_LICENSE_FILE', INVALID, ['content']));
    expect(proxy.writes.map(({ body }) => JSON.parse(body))).toEqual([{ content }]);
    expect(takenOver()).toBe(false);
  });

  it.each<[string, string, Partial<StandInLicense>]>([
    ['LICENSE_EXPIRED', EXPIRED, { expires: NOW }],
    [
      'INSUFFICIENT_DATA_ALLOWANCE',
      INSUFFICIENT,
      { limits: [{ type: 'global', comment: 'Global Data Allowance', total: '1' }] },
    ],
  ])('is refused with %s and changes nothing', async (code, message, fields) => {
    const { proxy, upload, takenOver } = await start();
    expect(await upload(licenseFor(fields))).toEqual(refused(code, message, ['content']));
    expect(proxy.writes).toHaveLength(1);
    expect(takenOver()).toBe(false);
  });

  it('of a file that was taken before is refused with LICENSE_ALREADY_USED', async () => {
    const { proxy, upload } = await start();
    expect(await upload(licenseFor())).toEqual(DONE);
    expect(await upload(licenseFor())).toEqual(refused('LICENSE_ALREADY_USED', USED, ['content']));
    expect(proxy.writes).toHaveLength(2);
  });
});

const said = (message: unknown) => JSON.stringify({ message });

describe('a refusal', () => {
  it.each<[string, string, string]>([
    ['LICENSE_ALREADY_USED', 'the License has already been used.', 'without its prefix'],
    ['LICENSE_ALREADY_USED', USED.toUpperCase(), 'in capitals'],
    ['INVALID_LICENSE_FILE', '  License upload failed:  Invalid license  file.\n', 'with the prefix, and blanks'],
    ['LICENSE_EXPIRED', 'license is expired', 'without a full stop'],
    ['INSUFFICIENT_DATA_ALLOWANCE', `License upload failed: ${INSUFFICIENT}`, 'with the prefix'],
  ])('is %s for "%s" %s', async (code, message) => {
    const { proxy, upload } = await start();
    proxy.next({ kind: 'status', status: 422, body: said(message) });
    const shown = message.trim().replace(/\s+/g, ' ');
    expect(await upload(licenseFor())).toEqual(refused(code, shown, ['content']));
  });

  it.each<[string, string | undefined, RegExp]>([
    ['in other words', said('Seat count is too low.'), /^Seat count is too low\.$/],
    ['in words that only begin alike', said('Invalid license file name.'), /^Invalid license file name\.$/],
    ['with a message that is no text', said({ of: 'License is expired.' }), /does not say why/],
    ['with a blank message', said('  '), /does not say why/],
    ['with a web page', '<html>License is expired.</html>', /does not say why/],
    ['with nothing', undefined, /does not say why/],
  ])('by 422 %s is UPSTREAM_REJECTED', async (_how, body, message) => {
    const { proxy, upload, takenOver } = await start();
    proxy.next({ kind: 'status', status: 422, ...(body === undefined ? {} : { body }) });
    expect(await upload(licenseFor())).toEqual(refused('UPSTREAM_REJECTED', expect.stringMatching(message)));
    expect(takenOver()).toBe(false);
  });

  it('by another status is not about the file, whatever its words', async () => {
    const { proxy, upload } = await start();
    proxy.next({ kind: 'status', status: 409, body: said(EXPIRED) });
    expect(await upload(licenseFor())).toEqual(refused('UPSTREAM_REJECTED', EXPIRED));
  });

  it('that quotes what was sent shows no part of it, nor an address', async () => {
    const { proxy, upload } = await start();
    const content = Buffer.from(licenseFor()).toString('base64');
    const signature = Buffer.from(licenseFor()).toString().split('\n')[2];
    const message = `Cannot read content=${content.slice(40, 120)}, "${signature}" (see https://er-master:8339/help)`;
    proxy.next({ kind: 'status', status: 409, body: said(message) });
    const outcome = await upload(licenseFor());
    expect(outcome).toEqual(
      refused('UPSTREAM_REJECTED', expect.stringMatching(/^Cannot read content=…, "…=*" \(see …$/)),
    );
  });
});

interface Fault {
  readonly fault: WriteFault;
  /** What every request meets from the write on. */
  readonly afterwards?: AnyFault;
  readonly outcome: object;
  readonly takenOver: boolean;
}

const status = (code: 401 | 403 | 404 | 409 | 429 | 500 | 502 | 503, body?: string): WriteFault => ({
  kind: 'status',
  status: code,
  ...(body === undefined ? {} : { body }),
});
const unknown = (message: RegExp) => refused('OUTCOME_UNKNOWN', expect.stringMatching(message));
const NOT_TOLD = /the source was read again: what is there now does not tell\. Look before you repeat it$/;

describe('one write arrives, and no second one, when', () => {
  it.each<[string, Fault]>([
    [
      'the credentials are refused',
      {
        fault: status(401, said('Authentication failed.')),
        outcome: refused('UPSTREAM_REJECTED', 'Authentication failed.'),
        takenOver: false,
      },
    ],
    [
      'access is refused without a word',
      {
        fault: status(403),
        outcome: refused('UPSTREAM_REJECTED', expect.stringMatching(/\(403\).*permission to upload licenses$/)),
        takenOver: false,
      },
    ],
    [
      'there is no such address',
      {
        fault: status(404, said('Not found.')),
        outcome: refused('UPSTREAM_REJECTED', 'Not found.'),
        takenOver: false,
      },
    ],
    [
      'there is a conflict',
      { fault: status(409), outcome: refused('UPSTREAM_REJECTED', expect.stringMatching(/409/)), takenOver: false },
    ],
    [
      'the server wants to be left alone',
      {
        fault: status(429),
        outcome: refused('UPSTREAM_UNAVAILABLE', expect.stringMatching(/\(429\).*nothing was changed$/)),
        takenOver: false,
      },
    ],
    ['the server fails', { fault: status(500, said('Oops')), outcome: unknown(NOT_TOLD), takenOver: false }],
    ['the server fails after it took effect', { fault: 'bare-500-after', outcome: DONE, takenOver: true }],
    ['a proxy finds no server', { fault: status(502), outcome: unknown(NOT_TOLD), takenOver: false }],
    ['the server is not available', { fault: status(503), outcome: unknown(NOT_TOLD), takenOver: false }],
    ['the connection is cut before', { fault: 'reset-before', outcome: unknown(NOT_TOLD), takenOver: false }],
    ['the connection is cut after it took effect', { fault: 'reset-after', outcome: DONE, takenOver: true }],
    ['time runs out before', { fault: 'hang-before', outcome: unknown(NOT_TOLD), takenOver: false }],
    ['time runs out after it took effect', { fault: 'hang-after', outcome: DONE, takenOver: true }],
    ['half a JSON text answers', { fault: 'malformed', outcome: DONE, takenOver: true }],
    ['the answer is cut off', { fault: 'truncated-after', outcome: DONE, takenOver: true }],
    ['a login page answers', { fault: 'html', outcome: unknown(/web page.*does not tell/), takenOver: false }],
    [
      'the connection is cut after it took effect and nothing can be read',
      {
        fault: 'reset-after',
        afterwards: { kind: 'status', status: 401 },
        outcome: unknown(/whether it was done could not be read: .*\(401\)/),
        takenOver: true,
      },
    ],
  ])('%s', async (_what, { fault, afterwards, outcome, takenOver }) => {
    const { proxy, upload, ...installation } = await start();
    proxy.next(fault, afterwards);
    expect(await upload(licenseFor())).toEqual(outcome);
    expect(proxy.writes).toHaveLength(1);
    expect(installation.takenOver()).toBe(takenOver);
  });

  it('its answer is lost and the new license grants just what the old one did', async () => {
    const { proxy, state, upload } = await start();
    expect(await upload(licenseFor())).toEqual(DONE);
    proxy.next('reset-after');
    expect(await upload(licenseFor({ serial: 'ER-2026-0002' }))).toEqual(unknown(NOT_TOLD));
    expect(proxy.writes).toHaveLength(2);
    expect(state.usedSerials).toContain('ER-2026-0002');
  });
});

describe('nothing is sent when', () => {
  it.each<[string, AnyFault, string, RegExp]>([
    ['the credentials are refused', { kind: 'status', status: 401 }, 'UPSTREAM_REJECTED', /\(401\)/],
    ['access is refused', { kind: 'status', status: 403 }, 'UPSTREAM_REJECTED', /\(403\)/],
    ['the server fails', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE', /500/],
    ['time runs out', 'hang-before', 'UPSTREAM_UNAVAILABLE', /within 300 ms/],
  ])('%s before the upload', async (_what, fault, code, message) => {
    const { proxy, upload, takenOver } = await start();
    proxy.fail(fault);
    const outcome = await upload(licenseFor());
    expect(outcome).toEqual(refused(code, expect.stringMatching(message)));
    expect(outcome).toEqual(refused(code, expect.stringMatching(/; nothing was changed$/)));
    expect(proxy.writes).toEqual([]);
    expect(takenOver()).toBe(false);
  });

  it('the server goes away between the read and the upload', async () => {
    const server = createServer((_request, response) => {
      server.close();
      response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end('{"state":"licensed"}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await upload(url, licenseFor())).toEqual(
      refused('UPSTREAM_UNAVAILABLE', expect.stringMatching(/ECONNREFUSED.*nothing was changed$/)),
    );
  });
});

describe('a good answer', () => {
  it.each<[string, number, string, string | undefined, boolean]>([
    ['nothing', 204, '', undefined, true],
    ['nothing, called a web page', 200, '', 'text/html', true],
    ['an object', 200, '{"message":"Uploaded."}', 'application/json', true],
    ['a text in JSON', 201, '"OK"', 'application/json; charset=utf-8', true],
    ['JSON of no type', 200, '{}', undefined, true],
    ['plain text', 200, 'OK', 'text/plain', false],
    ['a web page', 200, '<!doctype html><p>Log in</p>', 'text/html', false],
    ['half a JSON text', 200, '{"message":"Uplo', 'application/json', false],
  ])('is %s: %i %s', async (_what, code, body, contentType, isGood) => {
    const outcome = await withServer(
      (request, response) => {
        if (request.method === 'PUT') {
          response.writeHead(code, contentType === undefined ? {} : { 'content-type': contentType }).end(body);
        } else response.writeHead(200, { 'content-type': 'application/json' }).end('{"state":"licensed"}');
      },
      (url) => upload(url, licenseFor()),
    );
    expect(outcome).toEqual(isGood ? DONE : unknown(NOT_TOLD));
  });
});

describe('after a lost answer, what is there', () => {
  const pool = (fields: object = {}) => ({ type: 'server', comment: 'Server', total: '20', usage: '5', ...fields });
  const bytes = pool({ comment: 'Server Data Allowance', total: '20000000000000' });
  const licensed = {
    state: 'licensed',
    company: 'A Ltd',
    edition: 'PRO',
    expires: '1798761600',
    summary: [pool(), bytes],
  };

  it.each<[string, object, object, boolean]>([
    ['another end', licensed, { ...licensed, expires: '1830297600' }, true],
    ['an end where there was none', { state: 'licensed' }, { state: 'licensed', expires: '1830297600' }, true],
    ['another company', licensed, { ...licensed, company: 'B Ltd' }, true],
    ['another edition', licensed, { ...licensed, edition: 'PII' }, true],
    [
      'another total of one of two pools of a type',
      licensed,
      { ...licensed, summary: [pool(), { ...bytes, total: '1' }] },
      true,
    ],
    ['a smaller total', licensed, { ...licensed, summary: [pool({ total: '0' }), bytes] }, true],
    ['a pool more', licensed, { ...licensed, summary: [pool(), bytes, pool({ type: 'hadoop' })] }, true],
    ['a license where there was none', { state: 'absent' }, { state: 'licensed' }, true],
    ['a license in force where it had ended', { ...licensed, state: 'expired' }, licensed, true],
    ['the same', licensed, licensed, false],
    [
      'the same, written otherwise',
      licensed,
      { ...licensed, expires: 1798761600, summary: [bytes, pool({ total: 20 })] },
      false,
    ],
    [
      'more use',
      licensed,
      { ...licensed, state: 'exceeded', warning: 'x', summary: [pool({ usage: '21' }), bytes] },
      false,
    ],
    ['less use', { ...licensed, state: 'exceeded' }, licensed, false],
    ['the license ended meanwhile', licensed, { ...licensed, state: 'expired' }, false],
    [
      'an unlicensed pool more',
      licensed,
      { ...licensed, summary: [pool(), bytes, pool({ type: 'imap', total: 0 })] },
      false,
    ],
    ['no license any more', { state: 'expired' }, { state: 'absent' }, false],
    ['less than before', licensed, { state: 'licensed' }, false],
    ['pools that were not stated', { ...licensed, summary: undefined }, licensed, false],
    ['a total that was unreadable', { ...licensed, summary: [pool({ total: 'many' }), bytes] }, licensed, false],
    ['an unreadable total', licensed, { ...licensed, summary: [pool({ total: '-1' }), bytes] }, false],
  ])('shows whether it was done: %s', async (_what, before, after, isDone) => {
    let isSent = false;
    const outcome = await withServer(
      (request, response) => {
        if (request.method === 'PUT') {
          isSent = true;
          response.socket?.resetAndDestroy();
          return;
        }
        const body = JSON.stringify(isSent ? after : before);
        response.writeHead(200, { 'content-type': 'application/json' }).end(body);
      },
      (url) => upload(url, licenseFor()),
    );
    expect(outcome).toEqual(isDone ? DONE : unknown(NOT_TOLD));
  });
});
