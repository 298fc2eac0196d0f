import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get } from '../api/client.js';
import { useText } from '../language/language.js';
import { Button } from '../ui/Button.js';
import { Banner } from '../ui/notices.js';
import { ErrorState } from '../ui/states.js';
import { officeText } from './office.text.js';

/** Long work that goes on in a service. */
export interface Job {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly secondsLeft?: number;
  /** Why it failed, in words. */
  readonly reason?: string;
  /** Where the result is. */
  readonly result?: string;
}

const lookAgainMs = 2_000;

interface JobBannerProps {
  readonly title: string;
  /** Address of the job. */
  readonly path: string;
  /** Starts it anew after it failed; starting twice is harmless, the service knows the work by its key. */
  again?(): void;
  children?(job: Job): ReactNode;
}

/** Where long work stands. It can be left and found again, because it is asked for by its address. */
export function JobBanner({ title, path, again, children }: JobBannerProps) {
  const {
    data: job,
    error,
    refetch,
  } = useQuery({
    queryKey: ['job', path],
    queryFn: ({ signal }) => get<Job>(path, signal),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : lookAgainMs),
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!job) return null;
  return (
    <Banner tone={job.state === 'failed' ? 'bad' : job.state === 'done' ? 'ok' : 'act'} title={title}>
      <JobState job={job} again={again} />
      {children?.(job)}
    </Banner>
  );
}

function isOver(job: Job | undefined): boolean {
  return job?.state === 'done' || job?.state === 'failed';
}

function JobState({ job, again }: { readonly job: Job; again?(): void }) {
  const t = useText(officeText);
  if (job.state === 'queued') return <p role="status">{`${t.jobQueued} · ${t.jobLeave}`}</p>;
  if (job.state === 'running') {
    const left = job.secondsLeft === undefined ? '' : ` · ${t.jobLeft(Math.round(job.secondsLeft / 60))}`;
    const said = `${t.jobRunning(job.done, job.total)}${left}`;
    return (
      <>
        <progress className="progress" value={job.done} max={Math.max(1, job.total)} aria-label={said} />
        <p role="status">{`${said} · ${t.jobLeave}`}</p>
      </>
    );
  }
  return (
    <div className="row" role="status">
      <span>{job.state === 'done' ? t.jobDone : `${t.jobFailed} · ${job.reason ?? ''}`}</span>
      {job.result && <a href={job.result}>{t.result}</a>}
      {job.state === 'failed' && again && <Button onClick={again}>{t.again}</Button>}
    </div>
  );
}
