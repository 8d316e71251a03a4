/** The identity of the code that evaluates: part of what an evaluated document follows from, so that a new release evaluates anew. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The rooms whose code decides what comes of an answer. */
const DECIDING = ['domain', 'quota', 'sources'].map((room) => resolve(import.meta.dirname, '..', room));

let own: string | undefined;

/** Of the running gateway. */
export function rulesId(): string {
  own ??= codeId(DECIDING);
  return own;
}

/** Of the code in these folders: another when a line of it is. */
export function codeId(folders: readonly string[]): string {
  const hash = createHash('sha1');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file));
    for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(resolve(folder, file)));
  }
  return hash.digest('base64');
}
