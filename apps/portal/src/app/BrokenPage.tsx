import { useText } from '../language/language.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState } from '../ui/states.js';
import { frameText } from './frame.text.js';

/** A page that threw, or whose file did not arrive: what is saved is safe, and how to go on. */
export function BrokenPage() {
  const t = useText(frameText);
  return (
    <main className="page">
      <PageHeading title={t.brokenTitle} />
      <EmptyState title={t.brokenText}>
        <p className="row">
          <Button tone="go" onClick={() => window.location.reload()}>
            {t.reload}
          </Button>
          <ButtonLink to="/">{t.toHome}</ButtonLink>
        </p>
      </EmptyState>
    </main>
  );
}
