#!/usr/bin/env node
// Starts what was built into dist/, or says why it cannot.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
const main = new URL('../dist/main.js', import.meta.url);

if (major < 20 || (major === 20 && minor < 19)) {
  fail(`license-gateway needs Node 20.19 or newer; this is Node ${process.versions.node}`);
} else if (!existsSync(main)) {
  fail('license-gateway is not built yet: run "npm ci" or "npm run build" first');
} else {
  await import(main.href);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
