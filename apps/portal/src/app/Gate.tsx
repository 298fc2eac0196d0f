import type { Permission } from '@xibu/domain/access';
import type { ComponentType, ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useText } from '../language/language.js';
import { useSession } from '../session/session.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import { frameText } from './frame.text.js';
import { NoRightPage } from './NoRightPage.js';

interface GateProps {
  readonly needs: Permission | 'signed-in';
  /** Stands here while one does not know yet. */
  readonly outline?: ComponentType | undefined;
  readonly children: ReactNode;
}

/** Lets in who may; the services ask again on every request, this only spares people a wall of errors. */
export function Gate({ needs, outline: Outline, children }: GateProps) {
  const { state, actor, error, again, may } = useSession();
  const { pathname, search } = useLocation();
  const t = useText(frameText);
  if (state === 'loading') return Outline ? <Outline /> : <WaitingPage title={t.programme} />;
  if (state === 'failed') return <WaitingPage title={t.programme} error={error} retry={again} />;
  if (!actor) return <Navigate to={`/sign-in?then=${encodeURIComponent(pathname + search)}`} replace />;
  return needs === 'signed-in' || may(needs) ? children : <NoRightPage />;
}
