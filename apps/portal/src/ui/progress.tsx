import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../language/language.js';
import { kitText } from './kit.text.js';

export interface Step {
  readonly name: string;
  readonly to: string;
}

/** Where one is in a form of several pages; earlier and later steps are links, because nothing is lost by going there. */
export function Steps({ steps, at }: { readonly steps: readonly Step[]; readonly at: number }) {
  const t = useText(kitText);
  return (
    <nav className="steps" aria-label={t.step(at + 1, steps.length)}>
      <p className="small">{t.step(at + 1, steps.length)}</p>
      <ol>
        {steps.map(({ name, to }, index) => (
          <li key={to} className={index < at ? 'past' : undefined} aria-current={index === at ? 'step' : undefined}>
            {index === at ? (
              <span>{name}</span>
            ) : (
              <Link to={to}>
                <span className="name">{name}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface StatusStep {
  readonly what: string;
  readonly state: 'done' | 'now' | 'stopped' | 'to-come';
  /** When, and why. */
  readonly detail?: ReactNode;
}

/** The way of one record from its first step to its last, with dates and reasons. */
export function StatusLine({ steps }: { readonly steps: readonly StatusStep[] }) {
  const t = useText(kitText);
  const sign = { done: '✓', stopped: '×', now: null, 'to-come': null };
  const word = { done: t.done, stopped: t.stopped, now: t.now, 'to-come': null };
  return (
    <ol className="line-of-status">
      {steps.map(({ what, state, detail }, index) => (
        <li key={what} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className="dot" aria-hidden="true">
            {sign[state] ?? index + 1}
          </span>
          <div>
            <p className="what">
              {what}
              {word[state] && <span className="unseen"> ({word[state]})</span>}
            </p>
            {detail && <div className="small">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
