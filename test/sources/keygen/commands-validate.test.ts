/** The vendor's verdict on a license: asked for once, as a read that leaves a stamp, and never made up. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ADMIN_TOKEN } from '../../../src/emulators/keygen/index.js';
import { at, KEY, LICENSE_ID, NOW } from '../../emulators/keygen/world.js';
import { connect, desk, errorBody, type Run, signal } from './commands-support.js';
import { rawLicense } from './rows.js';

const validate: Run = ({ validateLicense }, signal) => validateLicense({ vendorId: LICENSE_ID }, signal);

describe('The verdict', () => {
  it('is as the vendor answers it, and its stamp is left', async () => {
    await using there = await desk({ policy: { requireProductScope: true } });
    expect(await there.run(validate)).toEqual({
      done: true,
      value: { valid: true, code: 'VALID', detail: expect.any(String) },
      requestId: expect.any(String),
    });
    expect(there.state.licenses.get(LICENSE_ID)?.lastValidated).toEqual(NOW);
  });

  it('of a license that may not be used is a verdict, too', async () => {
    await using there = await desk({ license: { expiry: at(-1), suspended: true } });
    expect(await there.run(validate)).toMatchObject({ done: true, value: { valid: false, code: 'SUSPENDED' } });
  });

  it('starts no clock of a license that expires from its first validation', async () => {
    await using there = await desk({ license: { expiry: null }, policy: { expirationBasis: 'FROM_FIRST_VALIDATION' } });
    expect(await there.run(validate)).toMatchObject({ done: true });
    expect(there.state.licenses.get(LICENSE_ID)?.expiry).toBeNull();
  });

  it('of a license that is not there is LICENSE_NOT_FOUND', async () => {
    await using there = await desk();
    there.state.licenses.remove(LICENSE_ID);
    expect(await there.run(validate)).toMatchObject({ error: { code: 'LICENSE_NOT_FOUND', path: ['licenseId'] } });
  });
});

describe('A validation that goes wrong is asked for only once', () => {
  type Answer = (response: ServerResponse) => void;
  const json =
    (status: number, body: unknown): Answer =>
    (response) =>
      response
        .writeHead(status, { 'content-type': 'application/vnd.api+json' })
        .end(typeof body === 'string' ? body : JSON.stringify(body));
  const meta = (over: object) => json(200, { data: { id: LICENSE_ID }, meta: { valid: true, code: 'VALID', ...over } });

  it.each([
    ['401', json(401, errorBody({})), 'UPSTREAM_REJECTED'],
    ['403', json(403, errorBody({})), 'UPSTREAM_REJECTED'],
    ['404', json(404, errorBody({})), 'LICENSE_NOT_FOUND'],
    ['409', json(409, errorBody({})), 'CONFLICT'],
    ['422', json(422, errorBody({})), 'UPSTREAM_REJECTED'],
    ['429', json(429, errorBody({})), 'UPSTREAM_UNAVAILABLE'],
    ['500', json(500, errorBody({})), 'OUTCOME_UNKNOWN'],
    ['503', json(503, errorBody({})), 'OUTCOME_UNKNOWN'],
    ['a cut connection', (response) => response.socket?.resetAndDestroy(), 'OUTCOME_UNKNOWN'],
    ['half a text', json(200, '{"data": {"id'), 'OUTCOME_UNKNOWN'],
    ['no verdict', json(200, { data: { id: LICENSE_ID } }), 'OUTCOME_UNKNOWN'],
    ['a verdict that is none', meta({ valid: 'yes' }), 'OUTCOME_UNKNOWN'],
    ['a code that is none', meta({ code: 'all is <b>well</b>' }), 'OUTCOME_UNKNOWN'],
  ] as [string, Answer, string][])('%s', async (_name, answer, code) => {
    const { outcome, validations } = await against(answer);
    expect(outcome).toMatchObject({ done: false, error: { code } });
    expect(validations).toBe(1);
  });

  it('and no answer in time', async () => {
    const { outcome, validations } = await against(() => {}, 500);
    expect(outcome).toMatchObject({ done: false, error: { code: 'OUTCOME_UNKNOWN' } });
    expect(validations).toBe(1);
  });

  it('and no secret comes through in its words', async () => {
    const { outcome } = await against(meta({ detail: `${KEY} by ${ADMIN_TOKEN}` }));
    expect(outcome).toMatchObject({ value: { valid: true, code: 'VALID', detail: '[key] by [token]' } });
  });

  /** A server that has the license, and answers its validation so. */
  async function against(answer: Answer, timeoutMs = 20_000) {
    let validations = 0;
    const server = createServer((request, response) => {
      if (!request.url?.endsWith('/actions/validate'))
        return json(200, { data: rawLicense(LICENSE_ID, { key: KEY }) })(response);
      validations++;
      answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const connection = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, timeoutMs);
    try {
      return { outcome: await validate(connection.commands as never, signal), validations };
    } finally {
      await connection.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
});
