/** A store whose process stands still, as by SIGSTOP: nothing it asks for is asked for until it goes on. */
import { type Repo, StoreUnavailableError } from '../../src/store/repo.js';

export interface PausableRepo {
  readonly repo: Repo;
  /** Stands still before the next call of this kind, `insertMany licenses`; resolves when it does. */
  pauseBefore(call: string): Promise<void>;
  /** Holds only calls of this kind, while all others go on. */
  hold(call: string): Promise<void>;
  /** Lets the next calls of this kind fail. */
  failNext(call: string, times: number): void;
  resume(): void;
  /** Whether a call is under way that is not held. */
  isBusy(): boolean;
}

export function pausableRepo(inner: Repo): PausableRepo {
  let stopAt: { readonly call: string; readonly onlyIt: boolean; readonly reached: () => void } | null = null;
  let standing: { readonly until: Promise<void>; readonly only: string | null } | null = null;
  let resume = () => {};
  let busy = 0;
  let failing = { call: '', times: 0 };

  async function passed(call: string): Promise<void> {
    if (failing.call === call && failing.times > 0) {
      failing.times--;
      throw new StoreUnavailableError('the store is away');
    }
    if (stopAt?.call === call) {
      const { onlyIt, reached } = stopAt;
      stopAt = null;
      const until = new Promise<void>((resolve) => {
        resume = resolve;
      });
      standing = { until, only: onlyIt ? call : null };
      reached();
    }
    if (standing !== null && (standing.only === null || standing.only === call)) await standing.until;
  }

  const repo = new Proxy(inner, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || ['close', 'scan', 'sessionOf'].includes(String(name))) return value;
      return async (...args: unknown[]) => {
        await passed(`${String(name)} ${String(args[0])}`);
        busy++;
        try {
          return await Reflect.apply(value, target, args);
        } finally {
          busy--;
        }
      };
    },
  });
  const stop = (call: string, onlyIt: boolean) =>
    new Promise<void>((reached) => {
      stopAt = { call, onlyIt, reached };
    });
  return {
    repo,
    pauseBefore: (call) => stop(call, false),
    hold: (call) => stop(call, true),
    isBusy: () => busy > 0,
    failNext(call, times) {
      failing = { call, times };
    },
    resume() {
      standing = null;
      resume();
    },
  };
}
