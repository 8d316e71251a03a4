/**
 * The load: asks one server over a few kept connections, each of which waits for its answer before it asks again, for some seconds.
 * By hand on sockets, since a load maker that parses every answer is slower than the fastest server here and would flatter the rest.
 */
import { connect } from 'node:net';
import { answering } from './child.mjs';

const HEAD_END = Buffer.from('\r\n\r\n');
/** By a server that guards itself; a figure of its own where that is allowed. */
const TURNED_AWAY = /^HTTP\/1.1 (?:429|503)/;
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

answering(
  'load',
  async ({ url, path = '/graphql', headers = {}, requests, connections, seconds, mayRefuse = false }) => {
    const { hostname, port, host } = new URL(url);
    const bodyOf = (await import(requests.module))[requests.name](...requests.args);
    const times = [];
    let made = requests.from ?? 0;
    let bytes = 0;
    let refused = 0;
    let wrong = null;
    let isOver = false;
    const next = (start) => {
      const body = JSON.stringify(bodyOf(made++));
      return `${start}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    };
    const answered = (took, size, complaint) => {
      if (isOver) return;
      if (mayRefuse && complaint !== null && TURNED_AWAY.test(complaint)) {
        refused++;
        return;
      }
      times.push(took);
      bytes += size;
      wrong ??= complaint;
    };
    const cpu = process.cpuUsage();
    const began = performance.now();
    const clients = Array.from({ length: connections }, (_, i) => {
      // Callers take turns when there are several.
      const own = Array.isArray(headers) ? headers[i % headers.length] : headers;
      const start = startOf(path, { host, 'content-type': 'application/json', ...own });
      return client({ hostname, port, next: () => next(start), answered });
    });
    const failed = Promise.race(clients.map(({ failed }) => failed));
    await Promise.race([new Promise((done) => setTimeout(done, 1000 * seconds)), failed]);
    isOver = true;
    const lasted = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    for (const { end } of clients) end();
    if (wrong !== null) throw new Error(`${url}${path} answered:\n${wrong}`);
    if (times.length === 0) throw new Error(`${url}${path} answered nothing within ${seconds} s`);
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.floor(share * (times.length - 1))];
    return {
      made,
      refused,
      count: times.length,
      perSecond: (1000 * times.length) / lasted,
      p50: at(0.5),
      p99: at(0.99),
      bytes: bytes / times.length,
      /** Of its core: near 1 the load, not the server, is measured. */
      busy: (user + system) / 1000 / lasted,
    };
  },
);

function startOf(path, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}`;
}

function client({ hostname, port, next, answered }) {
  let asked = 0;
  let left = 0;
  let size = 0;
  let complaint = null;
  const ask = () => {
    asked = performance.now();
    left = -1;
    socket.write(next());
  };
  const take = (length, buffer) => {
    const chunk = buffer.subarray(0, length);
    if (left === -1) {
      // All of these servers send the head in one piece.
      const end = chunk.indexOf(HEAD_END);
      const head = chunk.toString('latin1', 0, end);
      const told = /^content-length: (\d+)/im.exec(head);
      left = told === null ? Number.POSITIVE_INFINITY : Number(told[1]) + end + HEAD_END.length;
      size = 0;
      const begins = chunk.toString('utf8', end + HEAD_END.length, end + 300);
      const isWrong = !/^HTTP\/1.1 200/.test(head) || begins.includes('"errors":[{');
      complaint = isWrong ? `${head}\n\n${begins}` : null;
    }
    left -= length;
    size += length;
    const isWhole = left === 0 || (left === Number.POSITIVE_INFINITY && chunk.subarray(-5).equals(LAST_CHUNK));
    if (!isWhole) return true;
    answered(performance.now() - asked, size, complaint);
    ask();
    return true;
  };
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: { buffer: Buffer.allocUnsafe(262_144), callback: take },
  });
  socket.on('connect', ask);
  const failed = new Promise((_, reject) => {
    socket.on('error', reject).on('close', () => reject(new Error(`it closed the connection after ${size} bytes`)));
  });
  // After the end nobody waits for it.
  failed.catch(() => {});
  return { failed, end: () => socket.destroy() };
}
