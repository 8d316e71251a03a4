/** Builds the dashboard: `src/dashboard` to `dist/dashboard`, which the gateway serves at `/`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The operations of the page beside it: the gateway runs them where it runs persisted operations only. */
const operations: Plugin = {
  name: 'operations',
  generateBundle() {
    const manifest = resolve(import.meta.dirname, 'src/dashboard/generated/persisted-documents.json');
    this.emitFile({ type: 'asset', fileName: 'operations.json', source: readFileSync(manifest) });
  },
};

export default defineConfig({
  root: resolve(import.meta.dirname, 'src/dashboard'),
  plugins: [react(), operations],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/dashboard'),
    emptyOutDir: true,
    target: 'es2023',
    // The content policy of the page allows no scripts inline, and data: for pictures only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    // What may be loaded at first is limited by a test, compressed.
    chunkSizeWarningLimit: 1000,
  },
});
