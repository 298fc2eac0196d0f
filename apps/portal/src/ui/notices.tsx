import { type Fen, formatYuan } from '@xibu/domain/money';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../language/language.js';
import { kitText } from './kit.text.js';
import { sayDeadline, sayTimeLeft } from './legal-dates.js';

export type Tone = 'plain' | 'act' | 'ok' | 'warn' | 'bad';

/** A state in one word; the word says it, the colour only helps. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>;
}

interface BannerProps {
  readonly tone?: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

export function Banner({ tone = 'act', title, children }: BannerProps) {
  return (
    <div className={`banner ${tone}`}>
      <p>
        <b>{title}</b>
      </p>
      {children}
    </div>
  );
}

interface CardProps {
  readonly id?: string;
  readonly title?: string;
  /** Content touches the edges: tables and lists. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export function Card({ id, title, flush, children }: CardProps) {
  return (
    <section className={flush ? 'card flush' : 'card'} id={id}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** `¥1,234.50`, in figures of one width. */
export function Money({ fen }: { readonly fen: Fen }) {
  return <span className="figure">{formatYuan(fen)}</span>;
}

/** The end of a window with its weekday, and what is left of it. */
export function Deadline({ closesAt, now }: { readonly closesAt: string; readonly now: Date | null }) {
  const { language } = useLanguage();
  const left = now && sayTimeLeft(closesAt, now, language);
  return (
    <>
      <b>{sayDeadline(closesAt, language)}</b>
      {left && <span className="small time-left"> {left}</span>}
    </>
  );
}

interface ExplanationProps {
  /** The question that opens it; "why?" where none is given. */
  readonly question?: string;
  readonly clause?: string;
  readonly children: ReactNode;
}

/** Why something is as it is: the rule in words, what went into it, its clause. */
export function Explanation({ question, clause, children }: ExplanationProps) {
  const t = useText(kitText);
  return (
    <details className="explanation">
      <summary>{question ?? t.why}</summary>
      <div className="stack">{children}</div>
      {clause && <p className="small">{t.clause(clause)}</p>}
    </details>
  );
}

/** A fact and its name. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** Where it can be changed. */
  readonly change?: ReactNode;
}

export function Facts({ facts, double }: { readonly facts: readonly Fact[]; readonly double?: boolean }) {
  return (
    <dl className={double ? 'facts double' : 'facts'}>
      {facts.map(({ label, value, change }) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>
            {change && <span className="change">{change}</span>}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
