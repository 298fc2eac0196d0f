import { useText } from '../language/language.js';
import { homeOf, useSession } from '../session/session.js';
import { ButtonLink } from '../ui/Button.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState } from '../ui/states.js';
import { frameText } from './frame.text.js';

/** Signed in, but not for this: who can change it, and two ways out. */
export function NoRightPage() {
  const t = useText(frameText);
  const { actor } = useSession();
  return (
    <div className="page">
      <PageHeading title={t.noRightTitle} />
      <EmptyState title={t.noRightText}>
        <p className="row">
          <ButtonLink to={actor ? homeOf(actor) : '/'} tone="go">
            {t.toHome}
          </ButtonLink>
          <ButtonLink to="/sign-in">{t.otherAccount}</ButtonLink>
        </p>
      </EmptyState>
    </div>
  );
}
