import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useText } from '../language/language.js';
import { kitText } from './kit.text.js';

/** One thing to put right. */
export interface Fault {
  /** Id of the field. */
  readonly target: string;
  readonly text: string;
  /** Page of the field, where it is another one. */
  readonly page?: string;
}

/** All that is wrong, on top of the page, each with a link to its field. It takes focus each time it is shown anew. */
export function ProblemSummary({ title, faults }: { readonly title?: string; readonly faults: readonly Fault[] }) {
  const t = useText(kitText);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div className="banner bad" ref={summary} tabIndex={-1} role="alert">
      <h2>{title ?? t.problems(faults.length)}</h2>
      <ul>
        {faults.map(({ target, text, page }) => (
          <li key={`${target} ${text}`}>
            {page ? (
              <Link to={`${page}#${target}`}>{text}</Link>
            ) : (
              <a
                href={`#${target}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(target);
                }}
              >
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Puts the cursor into a field and the field into sight. */
export function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  field?.closest('.field')?.scrollIntoView({ block: 'start' });
}
