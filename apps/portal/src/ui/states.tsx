import { type ReactNode, useEffect, useState } from 'react';
import { mayPass, problemOf } from '../api/problem.js';
import { useText } from '../language/language.js';
import { Button } from './Button.js';
import { kitText } from './kit.text.js';

interface StateProps {
  readonly sign: string;
  readonly title: string;
  readonly tone?: 'bad';
  readonly children?: ReactNode;
}

function State({ sign, title, tone, children }: StateProps) {
  return (
    <div className={tone ? `state ${tone}` : 'state'}>
      <span className="sign" aria-hidden="true">
        {sign}
      </span>
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  );
}

/** Nothing is here, why, and what to do about it. */
export function EmptyState({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  const t = useText(kitText);
  return (
    <State sign="○" title={title ?? t.empty}>
      {children && <div className="quiet">{children}</div>}
    </State>
  );
}

/** Reading takes a moment: the outline of what comes, and a word for those who do not see it. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }) {
  const t = useText(kitText);
  return (
    <div className="bones" role="status">
      <span className="unseen">{t.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span className="bone" key={index} style={{ width: `${[92, 70, 84, 56][index % 4]}%` }} />
      ))}
    </div>
  );
}

interface ErrorStateProps {
  readonly error: unknown;
  retry?(): void;
}

/** What went wrong in words, what to do, and the reference for support. A busy server is tried again by itself. */
export function ErrorState({ error, retry }: ErrorStateProps) {
  const t = useText(kitText);
  const problem = problemOf(error);
  const seconds = useCountdown(mayPass(problem) && retry ? problem.retryAfterSeconds : null, retry);
  const title =
    problem.status === 0
      ? t.offlineTitle
      : problem.status === 403
        ? t.noRightTitle
        : problem.status === 404
          ? t.unknownTitle
          : seconds !== null
            ? t.busyTitle
            : t.errorTitle;
  const text =
    problem.status === 0 ? t.offlineText : seconds !== null ? t.busyText(seconds) : problem.detail || t.faultText;
  return (
    <State sign="!" title={title} tone="bad">
      <p className="quiet">{text}</p>
      {problem.clause && <p className="small">{t.clause(problem.clause)}</p>}
      {retry && problem.status !== 403 && <Button onClick={retry}>{t.retry}</Button>}
      {problem.trace && <p className="small">{t.reference(problem.trace)}</p>}
    </State>
  );
}

function useCountdown(from: number | null, then: (() => void) | undefined): number | null {
  const [left, setLeft] = useState(from);
  useEffect(() => setLeft(from), [from]);
  useEffect(() => {
    if (left === null) return undefined;
    const timer = setTimeout(() => {
      if (left <= 1) then?.();
      setLeft(left <= 1 ? from : left - 1);
    }, 1_000);
    return () => clearTimeout(timer);
  }, [left, from, then]);
  return left;
}
