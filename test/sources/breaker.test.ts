import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SourceFailure } from '../../src/domain/failure.js';
import type { BreakerState, Telemetry } from '../../src/domain/ports.js';
import { createBreaker, FAILURES_TO_OPEN, type Outcome } from '../../src/sources/breaker.js';

const START = Date.parse('2026-03-01T12:00:00Z');
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
const status = (code: number, headers: Record<string, string> = {}): Outcome => {
  return { status: code, headers, contentType: '', body: '' };
};
const lost = new SourceFailure('UNREACHABLE', 'CONNECTION_LOST', 'the connection broke');
const closed = new SourceFailure('UNREACHABLE', 'CLOSED', 'closed');

/** Waits are the longest that chance allows: 5 s, 10 s, 20 s … up to a minute. */
function breakerOf() {
  const states: BreakerState[] = [];
  const lines: string[] = [];
  const note = (_fields: object, message: string) => void lines.push(message);
  const telemetry: Telemetry = {
    measure: (_what, work) => work(),
    breaker: (_source, state) => void states.push(state),
  };
  const logger = { debug() {}, info: note, warn: note, error: note };
  const breaker = createBreaker({ source: 's', longestWaitMs: 60_000, telemetry, logger, random: () => 1 });
  let sent = 0;
  const ask = (outcome: Outcome | Promise<Outcome>) =>
    breaker.run(async () => {
      sent++;
      return outcome;
    });
  const askOften = async (times: number, outcome: Outcome) => {
    for (let i = 0; i < times; i++) await ask(outcome);
  };
  return { breaker, ask, askOften, states, lines, sent: () => sent };
}

async function opened() {
  const made = breakerOf();
  await made.askOften(FAILURES_TO_OPEN, lost);
  return made;
}

describe('it opens', () => {
  it.each<[string, Outcome]>([
    ['lost connections', lost],
    ['timeouts', new SourceFailure('TIMEOUT', 'TIMEOUT', 'late')],
    ['an untrusted certificate', new SourceFailure('TLS_UNTRUSTED', 'CERT_HAS_EXPIRED', 'old')],
    ['answers that are cut off', new SourceFailure('BAD_RESPONSE', 'TRUNCATED', 'half')],
    ['500', status(500)],
    ['503', status(503, { 'retry-after': '5' })],
    ['429 that does not say when to come again', status(429)],
  ])('after so many in a row: %s', async (_name, outcome) => {
    const { breaker, ask, askOften, sent } = breakerOf();
    await askOften(FAILURES_TO_OPEN - 1, outcome);
    expect(breaker.refusal()).toBeNull();
    await ask(outcome);
    expect(breaker.refusal()).toMatchObject({ code: 'BREAKER_OPEN', retryAfterMs: 5_000 });
    expect(await ask(status(200))).toMatchObject({ code: 'BREAKER_OPEN' });
    expect(sent()).toBe(FAILURES_TO_OPEN);
  });

  it.each<[string, Outcome]>([
    ...[200, 302, 400, 401, 403, 404, 409, 422, 501].map((code) => [String(code), status(code)] as [string, Outcome]),
    ['429 with Retry-After', status(429, { 'retry-after': '60' })],
    ['credentials that cannot be sent', new SourceFailure('AUTH_FAILED', 'INVALID_CREDENTIALS', 'no')],
    ['a client that was closed', closed],
  ])('never for %s', async (_name, outcome) => {
    const { breaker, askOften } = breakerOf();
    await askOften(3 * FAILURES_TO_OPEN, outcome);
    expect(breaker.refusal()).toBeNull();
  });

  it('never for what comes and goes, nor for callers who change their mind', async () => {
    const { breaker, ask, askOften } = breakerOf();
    for (let i = 0; i < 5; i++) {
      await askOften(FAILURES_TO_OPEN - 1, lost);
      await ask(status(404));
      for (let j = 0; j < FAILURES_TO_OPEN; j++) await ask(Promise.reject(new Error('gone'))).catch(() => {});
    }
    expect(breaker.refusal()).toBeNull();
  });

  it('saying since when, why and until when, under the status of what opened it', async () => {
    const { breaker, lines, states } = await opened();
    pass(2_000);
    const refusal = breaker.refusal();
    expect(refusal).toMatchObject({ status: 'UNREACHABLE', retryAfterMs: 3_000 });
    expect(refusal?.message).toContain('failing since 2026-03-01T12:00:00.000Z');
    expect(refusal?.message).toContain('tried again in 3 s');
    expect(refusal?.message).toContain('the connection broke');
    expect(lines).toEqual([expect.stringContaining('5 calls in a row failed')]);
    expect(states).toEqual(['CLOSED', 'OPEN']);
  });
});

describe('it tries again', () => {
  it('after a while, and closes when that goes well', async () => {
    const { ask, states, lines, breaker } = await opened();
    pass(5_000);
    expect(breaker.refusal()).toBeNull();
    expect(await ask(status(200))).toMatchObject({ status: 200 });
    expect(states).toEqual(['CLOSED', 'OPEN', 'HALF_OPEN', 'CLOSED']);
    expect(lines.at(-1)).toContain('well again');
    expect(await ask(status(200))).toMatchObject({ status: 200 });
  });

  it('ever more rarely, but at least once in the longest wait', async () => {
    const { ask, breaker, states } = await opened();
    for (const wait of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
      pass(wait - 1);
      expect(breaker.refusal()).toMatchObject({ retryAfterMs: 1 });
      pass(1);
      expect(await ask(lost)).toBe(lost);
    }
    expect(states.filter((state) => state === 'HALF_OPEN')).toHaveLength(6);
  });

  it('from the start after it was well', async () => {
    const { ask, askOften, breaker } = await opened();
    pass(5_000);
    await ask(lost);
    pass(10_000);
    await ask(status(200));
    await askOften(FAILURES_TO_OPEN, lost);
    expect(breaker.refusal()).toMatchObject({ retryAfterMs: 5_000 });
  });

  it('with one call; those who ask meanwhile are sent when it went well', async () => {
    const { ask, sent } = await opened();
    pass(5_000);
    let answer: (outcome: Outcome) => void = () => {};
    const trial = ask(new Promise((resolve) => (answer = resolve)));
    const others = [ask(status(204)), ask(status(205))];
    await vi.waitFor(() => expect(sent()).toBe(FAILURES_TO_OPEN + 1));
    answer(status(200));
    expect(await trial).toMatchObject({ status: 200 });
    expect(await Promise.all(others)).toMatchObject([{ status: 204 }, { status: 205 }]);
  });

  it('with one call; those who ask meanwhile are refused, after it, when it failed', async () => {
    const { ask, sent } = await opened();
    pass(5_000);
    const order: string[] = [];
    const told = (outcome: Outcome) => void order.push(outcome instanceof SourceFailure ? outcome.code : 'sent');
    await Promise.all([ask(lost).then(told), ask(status(200)).then(told), ask(status(200)).then(told)]);
    expect(order).toEqual(['CONNECTION_LOST', 'BREAKER_OPEN', 'BREAKER_OPEN']);
    expect(sent()).toBe(FAILURES_TO_OPEN + 1);
  });

  it('at once when a probe is asked for, also after the clock was set back', async () => {
    const { ask, breaker, sent } = await opened();
    pass(-3_600_000);
    breaker.probe();
    expect(await ask(lost)).toBe(lost);
    expect(breaker.refusal()).toMatchObject({ code: 'BREAKER_OPEN' });
    breaker.probe();
    await ask(status(200));
    expect(breaker.refusal()).toBeNull();
    expect(sent()).toBe(FAILURES_TO_OPEN + 2);
  });

  it.each<[string, () => Promise<Outcome>]>([
    ['the client was closed', async () => closed],
    ['the caller changed its mind', () => Promise.reject(new Error('gone'))],
  ])('and learns nothing from a trial that ended because %s', async (_name, work) => {
    const { breaker } = await opened();
    pass(5_000);
    await breaker.run(work).catch(() => {});
    expect(breaker.refusal()).toMatchObject({ code: 'BREAKER_OPEN' });
    expect(breaker.refusal()?.message).toContain('the connection broke');
  });
});
