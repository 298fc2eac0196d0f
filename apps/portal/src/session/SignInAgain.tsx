import { useNavigate } from 'react-router';
import { useText } from '../language/language.js';
import { Button } from '../ui/Button.js';
import { Dialog } from '../ui/Dialog.js';
import { SignInForm } from './SignInForm.js';
import { useSession } from './session.js';
import { sessionText } from './session.text.js';

/** Over any page whose session has ended: nothing that was written is lost, and one goes on where one was. */
export function SignInAgain() {
  const t = useText(sessionText);
  const { lost, forget } = useSession();
  const navigate = useNavigate();
  if (!lost) return null;
  const leave = () => {
    forget();
    void navigate('/');
  };
  return (
    <Dialog title={t.lostTitle} onClose={leave}>
      <p>{t.lostText}</p>
      <SignInForm onSignedIn={() => undefined} />
      <Button tone="link" onClick={leave}>
        {t.leave}
      </Button>
    </Dialog>
  );
}
