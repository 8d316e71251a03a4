/** A store that counts how it is called: `pageEach licenses`, `insertMany pools` … */
import type { Repo } from '../../src/store/repo.js';

export interface CountingRepo {
  readonly repo: Repo;
  /** Calls since the last `reset`, as `<method> <collection>`. */
  readonly calls: string[];
  /** Documents that were written since the last `reset`, by `<method> <collection>`. */
  readonly written: Record<string, number>;
  reset(): void;
}

/** They ask the store itself for nothing. */
const NOT_COUNTED = new Set<PropertyKey>(['close', 'sessionOf', 'written']);
const WRITES = new Set(['insertMany', 'replaceMany', 'patchMany', 'deleteWhere', 'bump']);

export function countingRepo(inner: Repo): CountingRepo {
  const calls: string[] = [];
  const written: Record<string, number> = {};
  const repo = new Proxy(inner, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || NOT_COUNTED.has(name)) return value;
      return (...args: unknown[]) => {
        const call = `${String(name)} ${String(args[0])}`;
        calls.push(call);
        const result: unknown = Reflect.apply(value, target, args);
        if (!WRITES.has(String(name))) return result;
        const size = Array.isArray(args[1]) ? args[1].length : null;
        return (result as Promise<unknown>).then((answer) => {
          const count = size ?? (typeof answer === 'number' ? answer : 1);
          if (count > 0) written[call] = (written[call] ?? 0) + count;
          return answer;
        });
      };
    },
  });
  return {
    repo,
    calls,
    written,
    reset() {
      calls.length = 0;
      for (const key of Object.keys(written)) delete written[key];
    },
  };
}
