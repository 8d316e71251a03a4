/** The built product that is measured: this checkout's, or that of the commit which BENCH_PRODUCT names when two are compared. */
import { pathToFileURL } from 'node:url';

const root = process.env.BENCH_PRODUCT;

export const productRoot = root === undefined ? new URL('../../', import.meta.url) : pathToFileURL(`${root}/`);

/** A module of it, as `await product('domain/snapshot.js')`. */
export function product(path) {
  return import(new URL(`dist/${path}`, productRoot).href);
}
