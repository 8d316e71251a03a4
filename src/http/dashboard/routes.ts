/** The dashboard: the page at every address of it, and the files that the page is built of. They hold no data; it asks for that with a key. */
import { type Dirent, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { refuse } from '../refusal.js';
import { createStaticFiles, sendStaticFile } from '../static-files.js';
import { pagePaths } from './page-paths.js';

const PAGE = 'index.html';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** `directory`: what `npm run build` made of `src/dashboard`. */
export function addDashboardRoutes(app: FastifyInstance, directory: string): void {
  const files = filesIn(directory).filter((file) => TYPES[extname(file)] !== undefined);
  const fileAt = createStaticFiles(async (file) => ({
    contentType: TYPES[extname(file)] ?? 'application/octet-stream',
    content: await readFile(join(directory, file)),
  }));
  for (const file of files.filter((each) => each !== PAGE)) {
    // Those in assets/ carry a hash of their content in their names.
    const neverChanges = file.startsWith('assets/');
    app.get(`/${file}`, async (request, reply) => sendStaticFile(request, reply, await fileAt(file), { neverChanges }));
  }
  for (const path of pagePaths) {
    app.get(path, async (request, reply) =>
      files.includes(PAGE)
        ? sendStaticFile(request, reply, await fileAt(PAGE))
        : refuse(reply, {
            status: 404,
            code: 'NOT_FOUND',
            message: 'the dashboard was not built; run npm run build, then start the gateway again',
          }),
    );
  }
}

function filesIn(directory: string): readonly string[] {
  let entries: readonly Dirent[];
  try {
    entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
