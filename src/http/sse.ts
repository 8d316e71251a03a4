/** Answers as server-sent events, by the protocol of graphql-sse, in its "distinct connections mode": one operation a request. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EventQueue } from '../graphql/subscriptions/event-queue.js';
import { errorsOf } from './operation-errors.js';

export const EVENT_STREAM = 'text/event-stream';

/** Proxies end what is silent, and whoever is gone without a word is found out by it. */
export const keepAliveMs = 12_000;

const COMMENT = ':\n\n';
const COMPLETE = 'event: complete\ndata:\n\n';

export interface EventStreams {
  /** Sends the one answer of a query, or what an operation was refused with. */
  once(reply: FastifyReply, text: string): void;
  /** Sends events until they end; resolves when that is done, or nobody is there any more. */
  stream(request: FastifyRequest, reply: FastifyReply, events: EventQueue): Promise<void>;
  /** Ends all streams without a word that they are over: their clients connect again, to whoever answers then. */
  close(): void;
}

interface Open {
  readonly response: ServerResponse;
  readonly events: EventQueue;
  /** What waited to be read when it was last looked at. */
  unread: number;
}

export function createEventStreams(everyMs = keepAliveMs): EventStreams {
  const all = new Set<Open>();
  let isClosing = false;
  const timer = setInterval(() => {
    for (const open of all) keepAlive(open);
  }, everyMs);
  timer.unref();

  return {
    once(reply, text) {
      begin(reply).end(`${next(text)}${COMPLETE}`);
    },
    async stream(request, reply, events) {
      const response = begin(reply);
      const open: Open = { response, events, unread: 0 };
      all.add(open);
      const end = () => void events.return();
      response.once('close', end);
      if (response.destroyed || isClosing) end();
      response.write(COMMENT);
      try {
        for await (const { text } of events) {
          if (!response.write(next(text))) await drained(response);
        }
      } catch (error) {
        response.write(next(JSON.stringify({ errors: errorsOf(error, request.log as never) })));
      } finally {
        all.delete(open);
      }
      if (isClosing) response.once('finish', () => response.socket?.end()).end();
      else response.end(COMPLETE);
    },
    close() {
      isClosing = true;
      clearInterval(timer);
      for (const { events } of all) void events.return();
    },
  };
}

/** Who has read nothing of what waits since the last time is gone, or as good as gone. */
function keepAlive(open: Open): void {
  const { response } = open;
  const unread = response.writableLength;
  if (unread > 0 && unread >= open.unread && open.unread > 0) {
    response.destroy();
    return;
  }
  open.unread = unread;
  response.write(COMMENT);
}

function begin(reply: FastifyReply): ServerResponse {
  const headers = reply
    // Some proxies collect what they are sent.
    .headers({ 'content-type': `${EVENT_STREAM}; charset=utf-8`, 'x-accel-buffering': 'no' })
    .getHeaders();
  reply.hijack();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) reply.raw.setHeader(name, value);
  reply.raw.statusCode = 200;
  return reply.raw;
}

function next(text: string): string {
  return `event: next\ndata: ${text.trimEnd()}\n\n`;
}

async function drained(response: ServerResponse): Promise<void> {
  if (response.destroyed) return;
  const waited = new AbortController();
  const until = (event: string) => once(response, event, { signal: waited.signal }).catch(() => {});
  await Promise.race([until('drain'), until('close')]);
  waited.abort();
}
