import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type To } from 'react-router';
import { useText } from '../language/language.js';
import { kitText } from './kit.text.js';

/** `go` is the one thing to do on a page, `no` undoes or refuses, `link` looks like a link and acts like a button. */
export type ButtonTone = 'plain' | 'go' | 'no' | 'link';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled'> {
  readonly tone?: ButtonTone;
  /** Something is under way: the button stays where focus is, and further clicks do nothing. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ tone = 'plain', busy = false, type = 'button', onClick, children, ...rest }: ButtonProps) {
  const t = useText(kitText);
  return (
    <button
      {...rest}
      type={type}
      className={`button ${tone}`}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy && <span className="turning" aria-hidden="true" />}
      {children}
      {busy && <span className="unseen">{t.working}</span>}
    </button>
  );
}

interface ButtonLinkProps {
  readonly to: To;
  readonly tone?: ButtonTone;
  readonly children: ReactNode;
}

/** Goes somewhere; looks like a button because it is the next step. */
export function ButtonLink({ to, tone = 'plain', children }: ButtonLinkProps) {
  return (
    <Link to={to} className={`button ${tone}`}>
      {children}
    </Link>
  );
}
