import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/auth/roles.js';
import { pendingState, type SourceState } from '../../src/domain/source-state.js';
import { createSights, type Sight } from '../../src/graphql/sights.js';
import type { KnownSource } from '../../src/graphql/source-view.js';

const known = (name: string): KnownSource => ({ name, kind: 'k', capabilities: [], syncIntervalMs: 1_000 });
const now = new Date(10_000);

function world() {
  let sources = ['a', 'b'].map(known);
  let at = 1;
  const states = new Map<string, SourceState>();
  const sightOf = createSights({ repo: { written: () => at }, sources: () => sources });
  const getMany = async (_collection: string, ids: readonly string[]) =>
    ids.map((id) => states.get(id) ?? null) as never;
  return {
    async see(role: Role, scope: readonly string[] | null): Promise<Sight> {
      return sightOf({ name: 'who', role, sources: scope }, { getMany });
    },
    configure(next: KnownSource[]) {
      sources = next;
    },
    store(name: string, fields: Partial<SourceState>) {
      at++;
      states.set(name, { ...pendingState(name, 'k'), ...fields });
    },
  };
}

describe('the key of a sight', () => {
  it('is one for viewers of one role and scope, and another for every other', async () => {
    const { see } = world();
    const scopes = [null, [], ['a'], ['*'], ['A'], ['ALL'], ['a', 'b'], ['a,b'], ['a b'], ['a"', '"b']];
    const seen: string[] = [];
    for (const role of ['VIEWER', 'OPERATOR', 'ADMIN'] as const) {
      for (const scope of scopes) {
        const key = (await see(role, scope)).keyAt(now);
        expect((await see(role, scope)).keyAt(now)).toBe(key);
        seen.push(key);
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is another after every write of what is visible, and the same after one of what is not', async () => {
    const { see, store } = world();
    const key = async () => (await see('VIEWER', ['a'])).keyAt(now);
    const earlier = await key();
    store('b', { stamp: 1 });
    expect(await key()).toBe(earlier);
    store('a', { stamp: 1 });
    const first = await key();
    store('a', { stamp: 2 });
    const second = await key();
    store('a', { stamp: 2, writer: 'another' });
    expect(new Set([earlier, first, second, await key()]).size).toBe(4);
  });

  it('is another when a source is configured anew, though nothing of it differs', async () => {
    const { see, configure } = world();
    const earlier = (await see('VIEWER', null)).keyAt(now);
    configure(['a', 'b'].map(known));
    expect((await see('VIEWER', null)).keyAt(now)).not.toBe(earlier);
  });

  it('is another from the moment at which a source becomes stale', async () => {
    const { see, store } = world();
    store('a', { stamp: 1, status: 'OK', lastSyncedAt: now });
    const { keyAt } = await see('VIEWER', null);
    const later = (ms: number) => keyAt(new Date(now.getTime() + ms));
    expect(later(3_000)).toBe(later(0));
    expect(later(3_001)).not.toBe(later(0));
  });
});

it('audit entries of gone sources are for those who see all', async () => {
  const { see } = world();
  expect((await see('ADMIN', null)).audited).toBe('ALL');
  expect((await see('ADMIN', ['a'])).audited).toEqual(['a']);
  expect((await see('OPERATOR', null)).audited).toEqual([]);
});
