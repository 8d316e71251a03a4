/** The shared rule of every write: sent once, and looked up again when its answer is lost. */
import { describe, expect, it } from 'vitest';
import { done, notDone } from '../../src/domain/commands.js';
import { SourceFailure } from '../../src/domain/failure.js';
import type { HttpResponse } from '../../src/sources/http-response.js';
import { type Confirmation, command, type Write, writeOnce } from '../../src/sources/write.js';

const response = (status: number, more: Partial<HttpResponse> = {}): HttpResponse => ({
  status,
  headers: {},
  contentType: 'application/json',
  body: '',
  ...more,
});
const timeout = new SourceFailure('TIMEOUT', 'TIMEOUT', 'no complete answer within 300 ms');
const noAnswer = new SourceFailure('BAD_RESPONSE', 'HTML_BODY', 'the vendor answered with a web page');
const HAPPENED: Confirmation<string> = { happened: true, value: 'found' };

interface Script {
  readonly answer?: HttpResponse | Error;
  readonly accept?: Error;
  readonly refusal?: Write<string>['refusal'];
  readonly said?: string;
  readonly objection?: string;
  readonly confirm?: Confirmation<string> | Error;
}

async function run(script: Script) {
  const { answer = response(200), accept, refusal, said, objection, confirm = { happened: null } } = script;
  const calls: string[] = [];
  const write: Write<string> = {
    async send() {
      calls.push('send');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    accept() {
      calls.push('accept');
      if (accept !== undefined) throw accept;
      return 'accepted';
    },
    refusal(refused) {
      calls.push('refusal');
      return refusal?.(refused) ?? { code: 'CONFLICT', message: 'no', path: ['name'] };
    },
    ...(said === undefined ? {} : { said: () => said }),
    ...(objection === undefined ? {} : { objection: () => objection }),
    async confirm() {
      calls.push('confirm');
      if (confirm instanceof Error) throw confirm;
      return confirm;
    },
  };
  const pauses: number[] = [];
  const outcome = await writeOnce(write, async (ms) => pauses.push(ms));
  return { outcome, calls, pauses };
}

describe('an answered write', () => {
  it.each([200, 201, 204, 299])('is done when the answer is %i', async (status) => {
    expect(await run({ answer: response(status) })).toEqual({
      outcome: done('accepted'),
      calls: ['send', 'accept', 'confirm'],
      pauses: [],
    });
  });

  it('is done, too, when it cannot be looked at afterwards', async () => {
    expect((await run({ confirm: timeout })).outcome).toEqual(done('accepted'));
  });

  it('is not taken for done when nothing is there after a good answer: the vendor may say why', async () => {
    const said = await run({ confirm: { happened: false }, objection: 'nope, not allowed' });
    expect(said.outcome).toEqual(notDone('UPSTREAM_REJECTED', 'nope, not allowed'));
    expect(said.pauses).toEqual([]);
    const untold = await run({ confirm: { happened: null }, objection: 'nope, not allowed' });
    expect(untold.outcome).toEqual(notDone('OUTCOME_UNKNOWN', 'nope, not allowed'));
    const silent = await run({ confirm: { happened: false }, said: 'words that are no objection' });
    expect(silent.pauses).toEqual([250, 750, 1_500]);
    expect(silent.outcome).toMatchObject({
      error: { code: 'OUTCOME_UNKNOWN', message: expect.stringContaining('accepted it (200), and yet') },
    });
  });

  it('brings the name that the vendor gave the request, unless it could not be shown', async () => {
    const named = (id: string) => run({ answer: response(200, { headers: { 'x-request-id': id } }) });
    expect((await named('req-1')).outcome.requestId).toBe('req-1');
    for (const id of ['', 'two words', 'x'.repeat(201), 'line\nbreak']) {
      expect((await named(id)).outcome.requestId).toBeNull();
    }
  });

  it.each([301, 302, 400, 401, 403, 404, 405, 409, 422])('is refused when the answer is %i', async (status) => {
    const { outcome, calls } = await run({ answer: response(status) });
    expect(outcome).toEqual(notDone('CONFLICT', 'no', ['name']));
    expect(calls).toEqual(['send', 'refusal']);
  });

  it('is done when it is refused for being so already', async () => {
    const { outcome } = await run({ answer: response(400), refusal: async () => ({ already: 'there' }) });
    expect(outcome).toEqual(done('there'));
  });

  it('stays refused when the reason cannot be read', async () => {
    const { outcome } = await run({ answer: response(409), refusal: () => Promise.reject(timeout) });
    expect(outcome).toMatchObject({ error: { code: 'UPSTREAM_REJECTED', message: expect.stringContaining('(409)') } });
  });

  it('was not done when the vendor asks to slow down, and says for how long', async () => {
    const answer = response(429, { headers: { 'retry-after': '7' } });
    const { outcome, calls } = await run({ answer, said: 'busy' });
    const message = 'the vendor asked to slow down (429): busy; it wants to be left alone for 7 s; nothing was changed';
    expect(outcome).toEqual(notDone('UPSTREAM_UNAVAILABLE', message));
    expect(calls).toEqual(['send']);
  });
});

describe('a write that the vendor failed at', () => {
  it.each([500, 501, 503])('was not done when it is not there after %i', async (status) => {
    const { outcome, calls } = await run({ answer: response(status), said: 'oh', confirm: { happened: false } });
    const message = `the vendor failed (${status}): oh; nothing was changed`;
    expect(outcome).toEqual(notDone('UPSTREAM_UNAVAILABLE', message));
    expect(calls).toEqual(['send', 'confirm']);
  });

  it.each([502, 504, 520, 524, 599])('may still come when a proxy answered %i', async (status) => {
    const { outcome } = await run({ answer: response(status), said: 'oh', confirm: { happened: false } });
    expect(outcome).toMatchObject({ error: { code: 'OUTCOME_UNKNOWN', message: expect.stringContaining('may yet') } });
  });

  it.each([
    ["a 503 without the vendor's words", response(503), {}],
    ['a 503 that is a page', response(503, { contentType: 'text/html' }), { said: 'Service Unavailable' }],
    ['a 500 that is a page', response(500, { contentType: 'text/html' }), { said: 'Oops' }],
  ])('may still come after %s, which any balancer answers', async (_what, answer, more) => {
    const { outcome } = await run({ answer, confirm: { happened: false }, ...more });
    expect(outcome).toMatchObject({ error: { code: 'OUTCOME_UNKNOWN', message: expect.stringContaining('may yet') } });
  });

  it.each([500, 502, 503, 504])('is done when it is there after %i', async (status) => {
    expect((await run({ answer: response(status), confirm: HAPPENED })).outcome).toEqual(done('found'));
  });

  it('is not known when what is there does not tell', async () => {
    const { outcome } = await run({ answer: response(500), confirm: { happened: null } });
    expect(outcome).toMatchObject({ error: { code: 'OUTCOME_UNKNOWN' } });
  });
});

describe('a write whose answer is lost', () => {
  const lost: readonly (readonly [string, Script])[] = [
    ['in a timeout', { answer: timeout }],
    ['with the connection', { answer: new SourceFailure('UNREACHABLE', 'CONNECTION_LOST', 'it broke') }],
    ['in the middle', { answer: new SourceFailure('BAD_RESPONSE', 'TRUNCATED', 'cut off') }],
    ['behind a page', { accept: noAnswer }],
  ];

  it.each(lost)('%s is looked up once, never sent again', async (_how, script) => {
    expect(await run({ ...script, confirm: HAPPENED })).toMatchObject({ outcome: done('found') });
    for (const confirm of [HAPPENED, { happened: false }, { happened: null }, timeout] as const) {
      const { calls } = await run({ ...script, confirm });
      expect(calls.filter((call) => call === 'send')).toHaveLength(1);
      expect(calls.filter((call) => call === 'confirm')).toHaveLength(1);
    }
  });

  it.each(lost)('%s is not known to have failed when it is not there yet', async (_how, script) => {
    for (const confirm of [{ happened: false }, { happened: null }, timeout] as const) {
      expect((await run({ ...script, confirm })).outcome).toMatchObject({ error: { code: 'OUTCOME_UNKNOWN' } });
    }
  });
});

describe('a write that was never sent', () => {
  it.each([
    ['UNREACHABLE', 'ECONNREFUSED', 'UPSTREAM_UNAVAILABLE'],
    ['UNREACHABLE', 'DNS_FAILED', 'UPSTREAM_UNAVAILABLE'],
    ['TLS_UNTRUSTED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UPSTREAM_UNAVAILABLE'],
    ['AUTH_FAILED', 'INVALID_CREDENTIALS', 'UPSTREAM_REJECTED'],
  ] as const)('for %s (%s) is %s, without looking', async (status, code, expected) => {
    const { outcome, calls } = await run({ answer: new SourceFailure(status, code, 'why') });
    expect(outcome).toEqual(notDone(expected, 'why; nothing was changed'));
    expect(calls).toEqual(['send']);
  });

  it.each([
    ['AUTH_FAILED', 'UPSTREAM_REJECTED'],
    ['FORBIDDEN', 'UPSTREAM_REJECTED'],
    ['UNSUPPORTED', 'UPSTREAM_REJECTED'],
    ['TIMEOUT', 'UPSTREAM_UNAVAILABLE'],
    ['BAD_RESPONSE', 'UPSTREAM_UNAVAILABLE'],
  ] as const)('because a read before it ended in %s is %s', async (status, expected) => {
    const failing = command<null, null>(() => Promise.reject(new SourceFailure(status, 'CODE', 'why')));
    expect(await failing(null, new AbortController().signal)).toEqual(notDone(expected, 'why; nothing was changed'));
  });
});

it('throws what is no fault of the upstream', async () => {
  const bug = new TypeError('ours');
  const signal = new AbortController().signal;
  await expect(run({ answer: bug })).rejects.toBe(bug);
  await expect(run({ accept: bug })).rejects.toBe(bug);
  await expect(run({ answer: timeout, confirm: bug })).rejects.toBe(bug);
  await expect(run({ answer: response(400), refusal: () => Promise.reject(bug) })).rejects.toBe(bug);
  await expect(command<null, null>(() => Promise.reject(bug))(null, signal)).rejects.toBe(bug);
});
