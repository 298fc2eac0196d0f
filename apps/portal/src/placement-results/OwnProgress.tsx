import type { ApplicationProgress, ApplicationView } from '@xibu/domain/recruitment/api';
import type { ReactNode } from 'react';
import { applicationPath, useMine } from '../applications/applications.api.js';
import { useText } from '../language/language.js';
import { PageHeading } from '../ui/PageHeading.js';
import { ReadPage } from '../ui/ReadPage.js';
import { EmptyState } from '../ui/states.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import { resultsText } from './results.text.js';

interface OwnProgressProps {
  readonly title: string;
  /** What it means when this is still ahead. */
  readonly absent: string;
  isAhead(progress: ApplicationProgress): boolean;
  children(progress: ApplicationProgress, application: ApplicationView): ReactNode;
}

/** A page about the steps of one's own application after the form. */
export function OwnProgress({ title, absent, isAhead, children }: OwnProgressProps) {
  const t = useText(resultsText);
  const { data: application, error, isPending, refetch } = useMine();
  if (error || isPending) return <WaitingPage title={title} error={error} retry={() => void refetch()} />;
  if (!application) {
    return (
      <div className="page">
        <PageHeading title={title} />
        <EmptyState title={t.noApplication} />
      </div>
    );
  }
  return (
    <ReadPage<ApplicationProgress>
      title={title}
      path={`${applicationPath(application.id)}/progress`}
      absent={absent}
      isEmpty={isAhead}
    >
      {(progress) => children(progress, application)}
    </ReadPage>
  );
}
