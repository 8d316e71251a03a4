import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { createEventQueue, type EventQueue } from '../../src/graphql/subscriptions/event-queue.js';
import { createEventStreams, type EventStreams } from '../../src/http/sse.js';

let app: FastifyInstance;
let streams: EventStreams;
afterEach(async () => {
  streams.close();
  await app.close();
});

/** A stream of these events, as its client has it. */
async function open(everyMs?: number): Promise<{ queue: EventQueue; ended: Promise<void>; response: IncomingMessage }> {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const queue = createEventQueue(end);
  streams = createEventStreams(everyMs);
  app = fastify();
  app.get('/', async (asked, reply) => {
    await streams.stream(asked, reply, queue);
    return reply;
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const asking = request({ port: (app.server.address() as AddressInfo).port, host: '127.0.0.1' });
  asking.on('error', () => {});
  asking.end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  response.on('error', () => {});
  return { queue, ended, response };
}

const textOf = async (response: IncomingMessage) => {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
};

it('sends each event as `next`, and `complete` at the end', async () => {
  const { queue, response } = await open();
  queue.push({ result: {}, text: '{"data":1}\n' });
  const text = textOf(response);
  await new Promise((resolve) => response.once('data', resolve));
  queue.push({ result: {}, text: '{"data":2}' });
  queue.fail(new Error('inner'));
  expect(await text).toMatch(
    /^:\n\n(?:event: next\ndata: \{"data":1\}\n\n)?event: next\ndata: \{"errors":\[.*"INTERNAL_SERVER_ERROR".*\]\}\n\nevent: complete\ndata:\n\n$/,
  );
});

it('sends a comment now and then to who hears nothing else', async () => {
  const { response } = await open(5);
  let comments = 0;
  for await (const chunk of response) {
    comments += String(chunk).split(':\n\n').length - 1;
    if (comments >= 4) break;
  }
  expect(comments).toBeGreaterThanOrEqual(4);
});

it('frees everything when its client leaves', async () => {
  const { response, ended } = await open();
  response.destroy();
  await ended;
});

it('cuts who has stopped reading, and frees everything', async () => {
  const { queue, ended } = await open(20);
  // More than the buffers between them take: the client has not begun to read.
  queue.push({ result: {}, text: 'x'.repeat(50_000_000) });
  await ended;
});

it('goes on for who reads slowly, though something waits whenever it is looked', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const { queue, response } = await open(1_000);
    const size = 20_000_000;
    const event = { result: {}, text: 'x'.repeat(size) };
    queue.push(event);
    let read = 0;
    const chunks = response[Symbol.asyncIterator]();
    const readUpTo = async (wanted: number) => {
      while (read < wanted) {
        const { done, value } = await chunks.next();
        if (done === true) throw new Error('cut');
        read += value.length;
      }
    };
    await readUpTo(1_000);
    queue.push(event);
    vi.advanceTimersByTime(1_000);
    await readUpTo(size + 1_000_000);
    vi.advanceTimersByTime(1_000);
    await readUpTo(2 * size);
  } finally {
    vi.useRealTimers();
  }
});

it('ends without `complete` when the server closes, so that its client connects again', async () => {
  const { response } = await open();
  const text = textOf(response);
  streams.close();
  expect(await text).toBe(':\n\n');
});
