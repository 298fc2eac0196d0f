import type { Actor } from '@xibu/domain/access';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { useText } from '../language/language.js';
import { SignInForm } from '../session/SignInForm.js';
import { homeOf, useSession } from '../session/session.js';
import { Card } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { accountText } from './accounts.text.js';
import { DemoAccounts } from './DemoAccounts.js';

/** Only addresses of this site: a link may not send somebody elsewhere after signing in. */
export function destination(then: string | null, actor: Actor): string {
  return then?.startsWith('/') && !/^\/[\\/]/.test(then) ? then : homeOf(actor);
}

export function SignInPage() {
  const t = useText(accountText);
  const { actor, demoAccounts } = useSession();
  const navigate = useNavigate();
  const then = useSearchParams()[0].get('then');
  const go = (signedIn: Actor) => void navigate(destination(then, signedIn), { replace: true });
  if (actor && then) return <Navigate to={destination(then, actor)} replace />;
  return (
    <div className="page">
      <PageHeading title={t.signInTitle} />
      <Card>
        <SignInForm onSignedIn={go} />
        <p>
          {t.noAccount} <Link to="/register">{t.register}</Link>
        </p>
      </Card>
      {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} onSignedIn={go} />}
    </div>
  );
}
