import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { useText } from '../language/language.js';
import { Button } from '../ui/Button.js';
import { Dialog } from '../ui/Dialog.js';
import type { FieldSpec } from '../ui/fields.js';
import type { DraftSaver } from './draft-saver.js';
import { signUpText } from './sign-up.text.js';

interface LeaveWarningProps {
  readonly saver: DraftSaver;
  readonly fields: readonly FieldSpec[];
}

/** Leaving the form with something unsaved: it is saved first, and only where that fails one is asked. */
export function LeaveWarning({ saver, fields }: LeaveWarningProps) {
  const t = useText(signUpText);
  const [asking, setAsking] = useState(false);
  const blocker = useBlocker(
    ({ nextLocation }) => !nextLocation.pathname.startsWith('/mine/sign-up/') && saver.hasUnsaved(),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void saver.flush().then(() => (saver.hasUnsaved() ? setAsking(true) : blocker.proceed()));
  }, [blocker, saver]);
  if (!asking || blocker.state !== 'blocked') return null;
  const stay = () => {
    setAsking(false);
    blocker.reset();
  };
  return (
    <Dialog title={t.leaveTitle} onClose={stay}>
      <p>{t.leaveText}</p>
      <ul className="bullets">
        {saver.unsavedKeys().map((key) => (
          <li key={key}>{fields.find((field) => field.key === key)?.label}</li>
        ))}
      </ul>
      <div className="actions">
        <Button tone="no" onClick={() => blocker.proceed()}>
          {t.leave}
        </Button>
        <Button tone="go" onClick={stay}>
          {t.stay}
        </Button>
      </div>
    </Dialog>
  );
}
