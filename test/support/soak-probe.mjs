/**
 * Loaded into a gateway that is soaked (`--import`), beside what it is: answers each IPC message with what the process holds
 * after its garbage was collected, and how many rejections nobody waited for.
 */
import { readdirSync } from 'node:fs';

let unhandled = 0;
process.on('unhandledRejection', () => {
  unhandled += 1;
});
process.on('message', () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, rss, external } = process.memoryUsage();
  process.send({ heapUsed, rss, external, descriptors: readdirSync('/proc/self/fd').length, unhandled });
});
// Whoever asks does not keep it alive.
process.channel.unref();
