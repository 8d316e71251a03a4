import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLogger } from '../../src/http/logger.js';
import { withinScope } from '../../src/telemetry/scope.js';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  write(createLogger('info', stream));
  return text;
}

it('writes one JSON object a line, from its level on', () => {
  const text = logged((logger) => {
    logger.debug({}, 'quiet');
    logger.info({ source: 'splunk' }, 'synced');
  });
  expect(JSON.parse(text)).toEqual({ level: 30, time: expect.stringMatching(/Z$/), source: 'splunk', msg: 'synced' });
});

it('takes secrets out that should never have come', () => {
  const text = logged((logger) => {
    logger.info({ password: 's3cret', options: { token: 's3cret', auth: { key: 's3cret' } } }, 'a');
    logger.info({ headers: { authorization: 'Bearer s3cret' }, body: 's3cret' }, 'b');
    logger.warn({ err: new Error('no server at mongodb://me:s3cret@db/x') }, 'mongodb+srv://me:s3cret@db/x');
  });
  expect(text).not.toContain('s3cret');
  expect(text).toContain('mongodb://[redacted]@db/x');
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).msg),
  ).toEqual(['a', 'b', 'mongodb+srv://[redacted]@db/x']);
});

it('says of every line what it was written for, once', () => {
  const text = logged((logger) => {
    withinScope({ fields: { requestId: 'r1', source: 'splunk' }, span: null }, () => {
      logger.info({}, 'a');
      logger.info({ source: 'recon' }, 'b');
      logger.child({ requestId: 'r2' }).info({}, 'c');
    });
  });
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => [line.match(/requestId/g)?.length, JSON.parse(line)]),
  ).toMatchObject([
    [1, { requestId: 'r1', source: 'splunk', msg: 'a' }],
    [1, { requestId: 'r1', source: 'recon', msg: 'b' }],
    [1, { requestId: 'r2', source: 'splunk', msg: 'c' }],
  ]);
});
