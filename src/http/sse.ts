/** Answers as server-sent events, by the protocol of graphql-sse, in its "distinct connections mode": one operation a request. */
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EventQueue } from '../graphql/subscriptions/event-queue.js';
import { errorsOf } from './operation-errors.js';
import { beginRaw, drained } from './raw-stream.js';

export const EVENT_STREAM = 'text/event-stream';

/** Proxies end what is silent, and whoever is gone without a word is found out by it. */
const keepAliveMs = 12_000;

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
  /** Whether anything waited to be read when it was last looked at, of which nothing has been read since. */
  isStuck: boolean;
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
      const open: Open = { response, events, isStuck: false };
      all.add(open);
      const end = () => {
        all.delete(open);
        void events.return();
      };
      response.once('close', end);
      if (response.destroyed || isClosing) end();
      write(open, COMMENT);
      try {
        for await (const { text } of events) {
          if (!write(open, next(text))) await drained(response);
        }
      } catch (error) {
        write(open, next(JSON.stringify({ errors: errorsOf(error, request.log as never) })));
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

/** Who has read nothing of what waits since the last time is gone, or as good as gone; at its end as well. */
function keepAlive(open: Open): void {
  const { response } = open;
  if (open.isStuck) {
    response.destroy();
    return;
  }
  open.isStuck = response.writableLength > 0;
  if (!response.writableEnded) write(open, COMMENT);
}

/** Answers whether there is room for more. */
function write(open: Open, text: string): boolean {
  return open.response.write(text, () => {
    open.isStuck = false;
  });
}

function begin(reply: FastifyReply): ServerResponse {
  // Some proxies collect what they are sent.
  return beginRaw(reply, { 'content-type': `${EVENT_STREAM}; charset=utf-8`, 'x-accel-buffering': 'no' });
}

function next(text: string): string {
  return `event: next\ndata: ${text.trimEnd()}\n\n`;
}
