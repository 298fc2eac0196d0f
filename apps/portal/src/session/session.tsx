import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Actor, may, type Permission } from '@xibu/domain/access';
import type { Role } from '@xibu/domain/roles';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { ActionKey } from '../api/action-key.js';
import { get, onSessionLost, post, put } from '../api/client.js';
import { ProblemError } from '../api/problem.js';
import type { Language } from '../language/texts.js';

/** Somebody one may be in a demonstration; listed on the sign-in page, only there. */
export interface DemoAccount {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
  readonly officeName: string | null;
}

interface SessionAnswer {
  readonly actor: Actor | null;
  readonly demoAccounts: readonly DemoAccount[];
  /** Legal time of the system, which a simulated year moves; null where the service does not tell. */
  readonly now: string | null;
  /** Reading of the page's own stopwatch when `now` came. */
  readonly receivedAtMs: number;
}

export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Six digits of the second factor, for offices. */
  readonly code?: string;
}

interface Session extends SessionAnswer {
  readonly state: 'loading' | 'known' | 'failed';
  readonly error: unknown;
  /** Somebody was signed in and the services do not know them any more. */
  readonly lost: boolean;
  may(permission: Permission): boolean;
  signIn(credentials: Credentials): Promise<Actor>;
  signOut(): Promise<void>;
  /** Gives up a session that was lost, and everything that was read in it. */
  forget(): void;
  rememberLanguage(language: Language): Promise<void>;
  again(): void;
}

const nobody: SessionAnswer = { actor: null, demoAccounts: [], now: null, receivedAtMs: 0 };
const SessionContext = createContext<Session | null>(null);
const key = ['session'];
const base = '/api/programme';

/** Who is asking, read once from the cookie's session, for every page below. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const fresh = await readSession(signal);
      const before = client.getQueryData<SessionAnswer>(key);
      // A session that ended by itself: the page stays as it is, with the dialog to sign in again over it.
      return fresh.actor === null && before?.actor ? { ...fresh, actor: before.actor } : fresh;
    },
    staleTime: 5 * 60_000,
  });
  const [lost, setLost] = useState(false);
  const answer = data ?? nobody;
  const signedIn = answer.actor !== null;
  useEffect(() => onSessionLost(() => setLost(signedIn)), [signedIn]);
  const signIn = useCallback(
    async (credentials: Credentials) => {
      const { actor } = await post<{ actor: Actor }>(`${base}/sign-in`, credentials, new ActionKey().for(credentials));
      const { actor: before } = client.getQueryData<SessionAnswer>(key) ?? nobody;
      // Somebody else on the same device: nothing of the person before may be seen.
      if (before && before.account !== actor.account) client.removeQueries({ predicate: notTheSession });
      client.setQueryData<SessionAnswer>(key, (old) => ({ ...(old ?? nobody), actor }));
      setLost(false);
      await client.invalidateQueries();
      return actor;
    },
    [client],
  );
  const forget = useCallback(() => {
    client.removeQueries({ predicate: notTheSession });
    client.setQueryData<SessionAnswer>(key, (old) => ({ ...(old ?? nobody), actor: null }));
    void refetch();
  }, [client, refetch]);
  const signOut = useCallback(async () => {
    await post(`${base}/sign-out`, {}, new ActionKey().for({}));
    forget();
  }, [forget]);
  const session = useMemo(
    (): Session => ({
      ...answer,
      state: isPending ? 'loading' : data ? 'known' : 'failed',
      error,
      lost: lost && answer.actor !== null,
      may: (permission) => answer.actor !== null && may(answer.actor, permission),
      signIn,
      signOut,
      forget,
      rememberLanguage: async (language) => {
        if (answer.actor) await put(`${base}/session/language`, { language });
      },
      again: () => void refetch(),
    }),
    [answer, isPending, data, error, lost, signIn, signOut, forget, refetch],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a page stands outside SessionProvider');
  return session;
}

/** Who is signed in, on a page that only signed-in people reach. */
export function useActor(): Actor {
  const { actor } = useSession();
  if (!actor) throw new Error('a page for signed-in people stands outside its gate');
  return actor;
}

/** Where somebody begins: a person with their own application, an officer with the queues. */
export function homeOf(actor: Actor): string {
  return actor.roles.includes('person') ? '/mine' : '/office';
}

function notTheSession({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  return queryKey[0] !== key[0];
}

/** 401 is an answer here: nobody is signed in. */
async function readSession(signal: AbortSignal): Promise<SessionAnswer> {
  try {
    return sessionOf(await get<Partial<SessionAnswer>>(`${base}/session`, signal));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return sessionOf(error.problem.document);
    throw error;
  }
}

function sessionOf({ actor, demoAccounts, now }: Partial<SessionAnswer>): SessionAnswer {
  return { actor: actor ?? null, demoAccounts: demoAccounts ?? [], now: now ?? null, receivedAtMs: performance.now() };
}
