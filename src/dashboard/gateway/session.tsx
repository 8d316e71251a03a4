/** Who looks at the page: the key, whose it is, and what that may do. */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type PropsWithChildren, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Role } from '../generated/graphql.js';
import { graphql } from '../generated/index.js';
import { ask } from './ask.js';
import { forgetKey, storedKey, storeKey } from './key.js';
import { type Problem, problemOf } from './problem.js';

export interface Viewer {
  readonly name: string;
  readonly role: Role;
  /** Names of the sources that are seen. */
  readonly sources: readonly string[] | null;
}

export interface Session {
  /** Null until a key was taken; kept when the key is not taken any more, so that nothing half-filled is lost. */
  readonly viewer: Viewer | null;
  readonly key: string | null;
  /** Why a key is asked for: that of before is not taken any more. */
  readonly problem: Problem | null;
  /** Tries a key; answers why it cannot be used. */
  enter(key: string): Promise<Problem | null>;
  /** The gateway does not take this key any more. An answer to a key of before says nothing of that of now. */
  refused(key: string, problem: Problem): void;
  leave(): void;
}

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      name
      role
      sources
    }
  }
`);

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ children }: PropsWithChildren) {
  const queries = useQueryClient();
  const [key, setKey] = useState<string | null>(storedKey);
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const enter = useCallback(async (given: string) => {
    if (!/^[\x21-\x7e]+$/.test(given)) {
      return { kind: 'REJECTED', message: 'An API key consists of printable characters without spaces.' } as const;
    }
    try {
      const answer = await ask(given, ViewerQuery, {});
      storeKey(given);
      setKey(given);
      setViewer(answer.viewer);
      setProblem(null);
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }, []);
  const refused = useCallback((given: string, why: Problem) => {
    if (storedKey() !== given) return;
    forgetKey();
    setKey(null);
    setProblem(why);
  }, []);
  const leave = useCallback(() => {
    forgetKey();
    queries.clear();
    setKey(null);
    setViewer(null);
    setProblem(null);
  }, [queries]);

  // Only now do the views ask with the new key. What the key of before could see is not shown until then, unless this one sees as much.
  const shown = useRef<Viewer | null>(null);
  useEffect(() => {
    if (key === null || viewer === null) return;
    const seesAsMuch = shown.current === null || mayShow(shown.current, viewer);
    shown.current = viewer;
    void (seesAsMuch ? queries.invalidateQueries() : queries.resetQueries());
  }, [key, viewer, queries]);

  const session = useMemo(
    () => ({ key, viewer, problem, enter, refused, leave }),
    [key, viewer, problem, enter, refused, leave],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Whether what one was shown is also for the other. */
function mayShow(before: Viewer, now: Viewer): boolean {
  return (
    ROLES.indexOf(now.role) >= ROLES.indexOf(before.role) &&
    JSON.stringify(now.sources) === JSON.stringify(before.sources)
  );
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession is used outside of SessionProvider');
  return session;
}

const ROLES: readonly Role[] = ['VIEWER', 'OPERATOR', 'ADMIN'];

/** Whether the viewer may do what needs this role. What one may not do is not offered. */
export function useMay(needed: Role): boolean {
  const { viewer } = useSession();
  return viewer !== null && ROLES.indexOf(viewer.role) >= ROLES.indexOf(needed);
}
