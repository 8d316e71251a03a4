/** Who is calling: Basic, a session key in a header or a cookie, or a token; and the sessions a login opens. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/ports.js';
import { type Reply, refusal } from './feed.js';
import type { SplunkState, UserState } from './state.js';

export interface Credentials {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
}

export type Caller = { readonly user: UserState } | { readonly refused: Reply };

export interface SplunkAuth {
  /** `key` opens a session; a wrong name or password is refused. */
  login(name: string, password: string): { readonly key: string } | { readonly refused: Reply };
  identify(credentials: Credentials): Caller;
  /** Ends every session, as a restart does; tokens and passwords stay good. */
  expireSessions(): void;
}

interface Session {
  readonly userName: string;
  lastUsedMs: number;
}

/** splunkd's default `sessionTimeout`: an hour since the last use. */
const SESSION_TIMEOUT_MS = 3_600_000;
const REMOTE_LOGIN_DISABLED = 'Remote login disabled because you are using a free license';

export function createSplunkAuth(deps: { readonly state: SplunkState; readonly clock: Clock }): SplunkAuth {
  const { state, clock } = deps;
  const sessions = new Map<string, Session>();

  function userByPassword(name: string, password: string): UserState | null {
    return state.users.find((user) => user.name === name && user.password === password) ?? null;
  }

  function userBySession(key: string): UserState | null {
    const session = sessions.get(key);
    const nowMs = clock.now().getTime();
    if (session === undefined || nowMs - session.lastUsedMs > SESSION_TIMEOUT_MS) {
      sessions.delete(key);
      return null;
    }
    session.lastUsedMs = nowMs;
    return state.users.find((user) => user.name === session.userName) ?? null;
  }

  function userByToken(token: string): UserState | null {
    const name = Object.hasOwn(state.tokens, token) ? state.tokens[token] : undefined;
    // Splunk takes a session key as a bearer token too.
    return state.users.find((user) => user.name === name) ?? userBySession(token);
  }

  function userByAuthorization(header: string): Caller {
    const [, scheme = '', value = ''] = /^(\S+)\s+(.*)$/s.exec(header) ?? [];
    if (/^basic$/i.test(scheme)) {
      const text = Buffer.from(value, 'base64').toString('utf8');
      const colon = text.indexOf(':');
      const user = colon < 0 ? null : userByPassword(text.slice(0, colon), text.slice(colon + 1));
      return user === null ? { refused: challenge('ERROR', 'Unauthorized') } : { user };
    }
    if (/^splunk$/i.test(scheme)) return callerOf(userBySession(value.trim()));
    if (/^bearer$/i.test(scheme)) return callerOf(userByToken(value.trim()));
    return { refused: challenge('ERROR', 'Unauthorized') };
  }

  return {
    login(name, password) {
      if (state.server.remoteLoginDisabled) return { refused: refusal(401, REMOTE_LOGIN_DISABLED, 'WARN') };
      const user = userByPassword(name, password);
      if (user === null) return { refused: refusal(401, 'Login failed', 'WARN') };
      const key = randomBytes(48).toString('base64url');
      sessions.set(key, { userName: user.name, lastUsedMs: clock.now().getTime() });
      return { key };
    },
    identify({ authorization, cookie }) {
      if (state.server.remoteLoginDisabled) return { refused: refusal(401, REMOTE_LOGIN_DISABLED, 'WARN') };
      if (authorization !== undefined) return userByAuthorization(authorization);
      const key = sessionCookie(cookie ?? '');
      if (key !== null) return callerOf(userBySession(key));
      return { refused: challenge('ERROR', 'Unauthorized') };
    },
    expireSessions() {
      sessions.clear();
    },
  };
}

function callerOf(user: UserState | null): Caller {
  return user === null ? { refused: challenge('WARN', 'call not properly authenticated') } : { user };
}

function challenge(type: 'WARN' | 'ERROR', text: string): Reply {
  return { ...refusal(401, text, type), headers: { 'WWW-Authenticate': 'Basic realm="/splunk"' } };
}

/** The value of the first `splunkd_<port>` cookie. */
function sessionCookie(header: string): string | null {
  for (const part of header.split(';')) {
    const [, value] = /^\s*splunkd_\d+=(.*?)\s*$/.exec(part) ?? [];
    if (value !== undefined) return value;
  }
  return null;
}
