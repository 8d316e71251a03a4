/** Builds the dashboard: `src/dashboard` to `dist/dashboard`, which the gateway serves at `/`. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, runnerImport } from 'vite';

const root = resolve(import.meta.dirname, 'src/dashboard');

/** The operations of the page beside it, word for word: a gateway that runs persisted operations only runs these as well. */
const operations: Plugin = {
  name: 'operations',
  async generateBundle() {
    const { module } = await runnerImport<Record<string, { readonly __meta__?: { readonly hash?: string } }>>(
      resolve(root, 'generated/graphql.ts'),
    );
    const texts = Object.values(module).flatMap((document) =>
      document.__meta__?.hash === undefined ? [] : [[document.__meta__.hash, String(document)]],
    );
    this.emitFile({
      type: 'asset',
      fileName: 'operations.json',
      source: JSON.stringify(Object.fromEntries(texts), null, 2),
    });
  },
};

export default defineConfig({
  root,
  plugins: [react(), operations],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/dashboard'),
    emptyOutDir: true,
    target: 'es2023',
    // Browsers that know light-dark(): made for older ones, it would follow a scheme that only the kit's own styles set.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The content policy of the page allows no scripts inline, and data: for pictures only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    // What may be loaded at first is limited by a test, compressed.
    chunkSizeWarningLimit: 1000,
  },
});
