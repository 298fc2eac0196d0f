import type { WaitingView } from '@xibu/domain/gateway/api';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../language/language.js';
import { useSession } from '../session/session.js';
import { Dialog } from '../ui/Dialog.js';
import { useWaiting } from './useWaiting.js';
import { Standing, WaitingRoomPage } from './WaitingRoom.js';
import { waitingRoomText } from './waiting-room.text.js';

/** What everybody may read is answered by the gateway itself, also to those who wait. */
const openToThoseWhoWait = /^\/(posts|results|public-notices|official-notices|contacts)(\/|$)/;

interface BeforeTheDoorProps {
  /** The frame around a page, without the page. */
  frame(content: ReactNode): ReactNode;
  readonly children: ReactNode;
}

/**
 * While one has to wait: instead of the page where nothing has been read yet, over it where somebody has begun to write.
 * Everybody else sees the page and nothing else.
 */
export function BeforeTheDoor({ frame, children }: BeforeTheDoorProps) {
  const waiting = useWaiting();
  const { state } = useSession();
  const { pathname } = useLocation();
  if (waiting && state !== 'known') {
    return openToThoseWhoWait.test(pathname) ? children : frame(<WaitingRoomPage waiting={waiting} />);
  }
  return (
    <>
      {children}
      {waiting && <OverThePage waiting={waiting} />}
    </>
  );
}

/** It can be put away: what is under it stays as it is, and only what asks the services has to wait. */
function OverThePage({ waiting }: { readonly waiting: WaitingView }) {
  const t = useText(waitingRoomText);
  const [isAway, setAway] = useState(false);
  if (isAway) return null;
  return (
    <Dialog title={t.title} onClose={() => setAway(true)}>
      <Standing waiting={waiting} />
    </Dialog>
  );
}
