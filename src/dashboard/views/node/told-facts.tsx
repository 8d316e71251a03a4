/** Facts that many pages have. */
import type { Fact } from '../../parts/facts.js';
import { Moment } from '../../parts/moment.js';

/** Left out when it never was. */
export function momentFact(name: string, at: string | null | undefined): Fact {
  return [name, at == null ? null : <Moment key={name} at={at} />];
}

/** The terms that hold, in one line; those that do not are left out. */
export function termsFact(terms: Readonly<Record<string, boolean>>): Fact {
  const holding = Object.keys(terms).filter((name) => terms[name]);
  return ['Terms', holding.length === 0 ? 'none of its own' : holding.join(', ')];
}
