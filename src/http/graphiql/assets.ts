/** The files of the GraphiQL page, all from this machine: read once, compressed once, kept in both forms. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { icon, pageCss, pageHtml } from './page.js';
import { startScript } from './start-script.js';

export interface Asset {
  readonly contentType: string;
  /** Strong, of the compressed bytes; quoted as the header wants it. */
  readonly etag: string;
  readonly gzipped: Buffer;
  /** Kept as well: unpacked anew for each client, it would take the memory that many of them like. */
  readonly plain: Buffer;
}

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';

/** Where each file stands below `/`, and its type. */
const FILES: Readonly<Record<string, string>> = {
  graphiql: HTML,
  'graphiql/page.css': CSS,
  'graphiql/start.js': JS,
  'graphiql/icon.svg': 'image/svg+xml',
  'graphiql/graphiql.css': CSS,
  'graphiql/graphiql.js': JS,
  'graphiql/editor.worker.js': JS,
  'graphiql/json.worker.js': JS,
  'graphiql/graphql.worker.js': JS,
};

export const assetPaths: readonly string[] = Object.keys(FILES);

/** Answers an asset by its path, made at its first request: a gateway whose page nobody opens does not load 9 MB. */
export function createAssets(): (path: string) => Promise<Asset> {
  const made = new Map<string, Promise<Asset>>();
  return (path) => {
    const asset = made.get(path) ?? makeAsset(path);
    made.set(path, asset);
    return asset;
  };
}

async function makeAsset(path: string): Promise<Asset> {
  const contentType = FILES[path];
  if (contentType === undefined) throw new Error(`no GraphiQL file is called ${path}`);
  const plain = Buffer.from(await textOf(path));
  const gzipped = await promisify(gzip)(plain, { level: constants.Z_DEFAULT_COMPRESSION });
  const hash = createHash('sha256').update(gzipped).digest('base64url').slice(0, 27);
  return { contentType, etag: `"${hash}"`, gzipped, plain };
}

async function textOf(path: string): Promise<string> {
  switch (path) {
    case 'graphiql':
      return pageHtml;
    case 'graphiql/page.css':
      return pageCss;
    case 'graphiql/start.js':
      return startScript;
    case 'graphiql/icon.svg':
      return icon;
  }
  // The package's own one-page renderer inlines all this, which no strict content policy could allow.
  const bundle = await import('@graphql-yoga/render-graphiql/graphiql');
  switch (path) {
    case 'graphiql/graphiql.css':
      return bundle.css;
    case 'graphiql/graphiql.js':
      return bundle.js;
    case 'graphiql/editor.worker.js':
      return bundle.editorWorkerService;
    case 'graphiql/json.worker.js':
      return bundle.jsonWorker;
    default:
      return bundle.graphqlWorker;
  }
}
