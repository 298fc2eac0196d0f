import { PageHeading } from './PageHeading.js';
import { ErrorState, Skeleton } from './states.js';

interface WaitingPageProps {
  readonly title: string;
  /** What went wrong; nothing while it is being read. */
  readonly error?: unknown;
  retry?(): void;
}

/** A whole page whose content is not there yet, or could not be read; it has its heading all the same. */
export function WaitingPage({ title, error, retry }: WaitingPageProps) {
  return (
    <div className="page">
      <PageHeading title={title} />
      {error ? <ErrorState error={error} retry={retry} /> : <Skeleton lines={8} />}
    </div>
  );
}
