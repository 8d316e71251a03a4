/**
 * A vendor that costs next to nothing: answers a Keygen account's pages from ready bytes. Started with the paths of the
 * bytes and of their index; takes `{ rename }` over its channel: the place of the license that then has another name.
 */
import { openSync, readSync } from 'node:fs';
import { createServer } from 'node:http';
import { ROOT, readIndex } from './estate.mjs';

const [, , pages, index] = process.argv;
const file = openSync(pages, 'r');
const { lists, placeOf } = readIndex(index);
const headers = {
  'content-type': 'application/vnd.api+json; charset=utf-8',
  'keygen-version': '1.8',
  'keygen-edition': 'EE',
  'keygen-mode': 'multiplayer',
};
/** Pages that are no longer as they were written, by where they begin. */
const changed = new Map();
let renames = 0;
let requests = 0;
let firstAt = null;

const server = createServer((request, response) => {
  firstAt ??= performance.timeOrigin + performance.now();
  requests += 1;
  const { pathname, searchParams } = new URL(request.url, 'http://vendor');
  const [list, id, part] = pathname.slice(ROOT.length + 1).split('/');
  const filter = searchParams.get('license');
  const cursor = searchParams.get('page[cursor]');
  let body;
  if (id !== undefined) body = part === undefined ? one(list, id) : ofLicense(part, id);
  else if (filter !== null) body = ofLicense(list, filter);
  else body = cursor === null ? countOf(list) : pageOf(list, cursor);
  if (body === null) {
    response.writeHead(404, headers).end('{"errors":[{"title":"Not found"}]}');
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
});

function pageOf(list, cursor) {
  const place = placeOf(list, cursor);
  if (place === undefined) return null;
  return changed.get(place.start) ?? bytesAt(place);
}

/** By looking for it: it is asked of few. */
function rowsWith(list, text) {
  return lists[list].pages.flatMap(([cursor]) => {
    const page = pageOf(list, cursor);
    return page.includes(text) ? JSON.parse(page.toString()).data : [];
  });
}

function one(list, id) {
  const data = rowsWith(list, id).find((row) => row.id === id);
  return data === undefined ? null : Buffer.from(JSON.stringify({ data }));
}

function ofLicense(list, license) {
  const data = rowsWith(list, license).filter((row) => row.relationships.license?.data?.id === license);
  return Buffer.from(JSON.stringify({ data, links: { next: null, meta: { count: data.length, pages: 1 } } }));
}

function bytesAt({ start, length }) {
  const bytes = Buffer.allocUnsafe(length);
  readSync(file, bytes, 0, length, start);
  return bytes;
}

function countOf(list) {
  const { count } = lists[list] ?? {};
  if (count === undefined) return null;
  return Buffer.from(JSON.stringify({ data: [], links: { meta: { count, pages: Math.ceil(count / 100) } } }));
}

function rename(place) {
  const [cursor, start, length] = lists.licenses.pages[Math.floor(place / 100)];
  const page = JSON.parse(pageOf('licenses', cursor).toString());
  renames += 1;
  page.data[place % 100].attributes.name = `Renamed ${renames}`;
  changed.set(start, Buffer.from(JSON.stringify(page)));
  return length;
}

process.on('message', (message) => {
  if ('rename' in message) rename(message.rename);
  process.send({ requests, firstAt });
  requests = 0;
  firstAt = null;
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send({ url: `http://127.0.0.1:${server.address().port}` }));
