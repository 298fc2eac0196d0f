import { useQueryClient } from '@tanstack/react-query';
import type { WaitingView } from '@xibu/domain/gateway/api';
import { useEffect, useState } from 'react';
import { get, onWaiting, waitingCode } from '../api/client.js';
import { type ProblemContent, problemOf } from '../api/problem.js';
import { secondsToWait, someChance } from '../api/retrying.js';
import { useSession } from '../session/session.js';

const address = '/api/waiting-room';

/**
 * Where one stands while one has to wait before the door; null for everybody who is in. It looks again by itself when it
 * was told to, and once one is let in reads anew what could not be read.
 */
export function useWaiting(): WaitingView | null {
  const client = useQueryClient();
  const { error } = useSession();
  const [waiting, setWaiting] = useState<WaitingView | null>(null);
  useEffect(() => onWaiting((problem) => setWaiting((before) => before ?? standingOf(problem))), []);
  // The first question of all may be answered before anybody listens.
  useEffect(() => {
    const problem = problemOf(error);
    if (problem.code === waitingCode) setWaiting((before) => before ?? standingOf(problem));
  }, [error]);
  useEffect(() => {
    if (!waiting) return undefined;
    const look = async () => {
      const now = await lookAgain(waiting);
      if (timer === null) return;
      setWaiting(now.isIn ? null : now);
      if (now.isIn) await client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
    };
    let timer: ReturnType<typeof setTimeout> | null = setTimeout(
      () => void look(),
      secondsToWait(waiting.retrySeconds, 0, someChance()) * 1000,
    );
    return () => {
      if (timer) clearTimeout(timer);
      timer = null;
    };
  }, [client, waiting]);
  return waiting;
}

/** No answer changes nothing: one stands where one stood, and looks again later. */
async function lookAgain(before: WaitingView): Promise<WaitingView> {
  try {
    return await get<WaitingView>(address);
  } catch (error) {
    const { retryAfterSeconds, status } = problemOf(error);
    // Another version of the gateway, without a waiting room: there is nothing to wait for.
    if (status === 404) return { ...before, isIn: true };
    return { ...before, retrySeconds: retryAfterSeconds ?? before.retrySeconds };
  }
}

function standingOf({ document, retryAfterSeconds }: ProblemContent): WaitingView {
  const number = (name: string, otherwise: number) => {
    const value = document[name];
    return typeof value === 'number' ? value : otherwise;
  };
  const cameAt = document['cameAt'];
  return {
    ...{ isIn: false, ahead: number('ahead', 0), expectedSeconds: number('expectedSeconds', 60) },
    ...{ cameAt: typeof cameAt === 'string' ? cameAt : null, retrySeconds: retryAfterSeconds ?? 10 },
  };
}
