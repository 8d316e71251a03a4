/** A moment: how long ago or how far away, with the exact time behind it. Goes on by itself. */
import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { relativeTime } from './format.js';

export function Moment({ at }: { readonly at: string | null | undefined }) {
  const now = useNow();
  if (at == null) return <span>never</span>;
  return (
    <Tooltip label={new Date(at).toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'long' })} events={SHOWN_BY}>
      {/* Who reads it by the keyboard reads it from the title's text, too. */}
      <time dateTime={at} title={at}>
        {relativeTime(at, now)}
      </time>
    </Tooltip>
  );
}

const SHOWN_BY = { hover: true, focus: true, touch: true };
const TICK_MS = 10_000;

let now = Date.now();
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

/** The time now, of at most ten seconds ago. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => now);
}

function listen(onTick: () => void): () => void {
  // Nobody has looked at the clock for a while.
  if (ticking === undefined) now = Date.now();
  listeners.add(onTick);
  ticking ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(onTick);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}
