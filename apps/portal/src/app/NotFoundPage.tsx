import { useText } from '../language/language.js';
import { ButtonLink } from '../ui/Button.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState } from '../ui/states.js';
import { frameText } from './frame.text.js';

export function NotFoundPage() {
  const t = useText(frameText);
  return (
    <div className="page">
      <PageHeading title={t.unknownTitle} />
      <EmptyState title={t.unknownText}>
        <ButtonLink to="/" tone="go">
          {t.toHome}
        </ButtonLink>
      </EmptyState>
    </div>
  );
}
