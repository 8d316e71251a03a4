/** Loaded into a gateway's process before it starts: tells its parent, when asked, what the process has used since the last time. */
import { existsSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let cpu = process.cpuUsage();

process.on('message', () => {
  const { user, system } = process.cpuUsage(cpu);
  const ms = (percentile) => Math.max(0, delay.percentile(percentile) / 1e6 - 5);
  process.send({
    cpuMs: (user + system) / 1000,
    delayMs: { p50: ms(50), p99: ms(99), p999: ms(99.9), max: Math.max(0, delay.max / 1e6 - 5) },
    peakRss: process.resourceUsage().maxRSS * 1024,
    anon: anonymous(),
  });
  delay.reset();
  cpu = process.cpuUsage();
});
// It is not what keeps the process alive, nor what ends it.
process.channel?.unref();

/** What of it is the process's own, without the store's file that is mapped into it; null where the system does not tell. */
function anonymous() {
  const found =
    existsSync('/proc/self/status') && /RssAnon:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
  return found ? Number(found[1]) * 1024 : null;
}
