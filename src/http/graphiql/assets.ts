/** The files of the GraphiQL page. */
import type { FileContent } from '../static-files.js';
import { icon, pageCss, pageHtml } from './page.js';
import { startScript } from './start-script.js';

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

/** Loads no more than what is asked for: they are 9 MB together. */
export async function readAsset(path: string): Promise<FileContent> {
  const contentType = FILES[path];
  if (contentType === undefined) throw new Error(`no GraphiQL file is called ${path}`);
  return { contentType, content: await textOf(path) };
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
