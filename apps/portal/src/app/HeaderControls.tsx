import { useMutation } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Link, useNavigate } from 'react-router';
import { languageTags, Name, useLanguage, useText } from '../language/language.js';
import { homeOf, useSession } from '../session/session.js';
import { useAnnounce } from '../ui/Announcer.js';
import { Button } from '../ui/Button.js';
import { Menu } from '../ui/Menu.js';
import { Banner } from '../ui/notices.js';
import { useSayProblem } from '../ui/useSayProblem.js';
import { frameText } from './frame.text.js';

/** Says the other language in that language. */
export function LanguageSwitch() {
  const t = useText(frameText);
  const { language, choose } = useLanguage();
  const { rememberLanguage } = useSession();
  // The choice holds on this device at once; that the account remembers it too may fail without harm.
  const remember = useMutation({ mutationFn: rememberLanguage });
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="button link"
      lang={languageTags[other]}
      onClick={() => {
        choose(other);
        remember.mutate(other);
      }}
    >
      {t.otherLanguage}
    </button>
  );
}

/** Who is signed in and what they can do about it, or the way to sign in. */
export function AccountMenu() {
  const t = useText(frameText);
  const { actor, state, signOut, forget } = useSession();
  const say = useSayProblem();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const leave = async () => {
    try {
      await signOut();
      await navigate('/');
      forget();
    } catch (error) {
      announce(say(error));
    }
  };
  // Before the door nobody can sign in.
  if (state !== 'known') return null;
  if (!actor) {
    return (
      <Link className="button link" to="/sign-in">
        {t.signIn}
      </Link>
    );
  }
  return (
    <Menu
      label={
        <>
          <span className="unseen">{t.account} </span>
          <Name>{actor.name}</Name>
        </>
      }
    >
      <li>
        <Link to={homeOf(actor)}>{homeOf(actor) === '/mine' ? t.toMine : t.toOffice}</Link>
      </li>
      <li>
        <Link to={homeOf(actor) === '/mine' ? '/mine/account' : '/office/account'}>{t.ownAccount}</Link>
      </li>
      <li>
        <Link to="/">{t.home}</Link>
      </li>
      <li>
        <Button tone="link" onClick={() => void leave()}>
          {t.signOut}
        </Button>
      </li>
    </Menu>
  );
}

function followConnection(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says in words that there is no connection, as long as there is none. */
export function ConnectionNotice() {
  const t = useText(frameText);
  const online = useSyncExternalStore(
    followConnection,
    () => navigator.onLine,
    () => true,
  );
  return <div role="status">{!online && <Banner tone="warn" title={t.offline} />}</div>;
}
