/** Modules of the benchmarks, which are plain JavaScript outside of what is compiled; nothing here runs a benchmark. */

export function bench<T>(path: string): Promise<T> {
  return import(new URL(`../../bench/${path}`, import.meta.url).href);
}

export interface Row {
  readonly name: string;
  readonly ratio: number | null;
  readonly goal?: string | null;
  readonly spread?: readonly [number, number] | null;
  readonly value?: number;
  readonly against?: number | null;
  readonly unit?: string;
  readonly detail?: string;
}
