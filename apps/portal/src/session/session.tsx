import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Actor, may, type Permission } from '@xibu/domain/access';
import type { DemoAccount, SeasonView, SessionView, SignInRequest } from '@xibu/domain/programme/api';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { ActionKey } from '../api/action-key.js';
import { forgetAnswers, get, onSessionLost, post, put } from '../api/client.js';
import { forgetOwn } from '../api/own-memory.js';
import { ProblemError } from '../api/problem.js';
import { useAdopt } from '../language/language.js';
import type { Language } from '../language/texts.js';

interface SessionAnswer {
  readonly actor: Actor | null;
  readonly season: SeasonView | null;
  readonly demoAccounts: readonly DemoAccount[];
  /** The language that the account prefers. */
  readonly language: Language | null;
  /** Legal time of the system, which a simulated year moves; null where the service does not tell. */
  readonly now: string | null;
  /** Reading of the page's own stopwatch when `now` came. */
  readonly receivedAtMs: number;
}

interface Session extends SessionAnswer {
  readonly state: 'loading' | 'known' | 'failed';
  readonly error: unknown;
  /** Somebody was signed in and the services do not know them any more. */
  readonly lost: boolean;
  may(permission: Permission): boolean;
  signIn(request: SignInRequest): Promise<Actor>;
  /** Ends the session; the page then leaves for one that needs none, and forgets. */
  signOut(): Promise<void>;
  /** Gives up a session that has ended, and everything that was read in it. */
  forget(): void;
  rememberLanguage(language: Language): Promise<void>;
  again(): void;
}

const nobody: SessionAnswer = {
  ...{ actor: null, season: null, demoAccounts: [], language: null, now: null, receivedAtMs: 0 },
};
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
  useAdopt(data?.language ?? null);
  const answer = data ?? nobody;
  const signedIn = answer.actor !== null;
  useEffect(() => onSessionLost(() => setLost(signedIn)), [signedIn]);
  const steps = useSessionSteps(() => setLost(false));
  const session: Session = {
    ...answer,
    ...steps,
    state: isPending ? 'loading' : data ? 'known' : 'failed',
    error,
    lost: lost && signedIn,
    may: (permission) => answer.actor !== null && may(answer.actor, permission),
    rememberLanguage: async (language) => {
      if (answer.actor) await put(`${base}/session/language`, { language });
    },
    again: () => void refetch(),
  };
  return <SessionContext value={session}>{children}</SessionContext>;
}

function useSessionSteps(found: () => void): Pick<Session, 'signIn' | 'signOut' | 'forget'> {
  const client = useQueryClient();
  const forgetPerson = () => {
    forgetAnswers();
    forgetOwn();
  };
  const forget = () => {
    forgetPerson();
    client.removeQueries({ predicate: notTheSession });
    client.setQueryData<SessionAnswer>(key, (old) => ({ ...(old ?? nobody), actor: null }));
    void client.invalidateQueries({ queryKey: key });
  };
  const signIn = async (request: SignInRequest) => {
    const { actor } = await post<{ actor: Actor }>(`${base}/sign-in`, request, new ActionKey().for(request));
    const { actor: before } = client.getQueryData<SessionAnswer>(key) ?? nobody;
    // Somebody else on the same device: nothing of the person before may be seen.
    if (before && before.account !== actor.account) {
      forgetPerson();
      client.removeQueries({ predicate: notTheSession });
    }
    client.setQueryData<SessionAnswer>(key, (old) => ({ ...(old ?? nobody), actor }));
    found();
    await client.invalidateQueries();
    return actor;
  };
  const signOut = async () => {
    await post(`${base}/sign-out`, {}, new ActionKey().for({}));
  };
  return { signIn, signOut, forget };
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

/** 401 is an answer here: nobody is signed in, and it says what the first page needs. */
async function readSession(signal: AbortSignal): Promise<SessionAnswer> {
  try {
    return sessionOf(await get<SessionView>(`${base}/session`, signal));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return sessionOf(error.problem.document);
    throw error;
  }
}

function sessionOf({ actor, season, demoAccounts, language, now }: Partial<SessionView>): SessionAnswer {
  return {
    ...{ actor: actor ?? null, season: season ?? null, demoAccounts: demoAccounts ?? [] },
    ...{ language: language ?? null, now: now ?? null, receivedAtMs: performance.now() },
  };
}
