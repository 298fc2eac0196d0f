import { NavLink, useLocation } from 'react-router';
import { useListCount } from '../api/lists.js';
import { useLanguage, useText } from '../language/language.js';
import { type RailLine, useRailLines } from '../office/rail.js';
import { useSession } from '../session/session.js';
import { frameText } from './frame.text.js';
import { officeRail } from './office-rail.js';

const groups = ['queues', 'work', 'registers'] as const;

/** Queues and registers of the role, each with its number; a number and its list are the same question. */
export function OfficeRail({ onGo }: { onGo?(): void }) {
  const t = useText(frameText);
  const { may } = useSession();
  const { pathname } = useLocation();
  const mine = useRailLines()(officeRail.filter(({ needs }) => may(needs)));
  const isUnder = (at: string, to: string) => at === to || at.startsWith(`${to}/`);
  /** A page below two lines belongs to the nearer one alone. */
  const isFurther = (line: RailLine) =>
    mine.some((other) => {
      const [nearer, further] = [addressOf(other), addressOf(line)];
      return nearer !== further && isUnder(nearer, further) && isUnder(pathname, nearer);
    });
  return (
    <nav aria-label={t.rail} onClick={onGo}>
      {groups.map((group) => {
        const lines = mine.filter((line) => line.group === group);
        if (lines.length === 0) return null;
        return (
          <section key={group}>
            <h2>{t[group]}</h2>
            <ul>
              {lines.map((line) => (
                <li key={line.entry.to}>
                  <Line line={line} isExact={line.entry.group === 'registers' || isFurther(line)} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

/** A queue leads to its page with the filters of the queue. */
function addressOf({ entry: { to } }: RailLine): string {
  return to.split('?')[0] ?? to;
}

/** An exact line stands out on its own page alone, the others on the pages below it too. */
function Line({ line: { entry, source, to }, isExact }: { readonly line: RailLine; readonly isExact: boolean }) {
  const { language } = useLanguage();
  return (
    <NavLink to={to} end={isExact}>
      <span>{entry.label(language)}</span>
      {source && <RailCount entry={entry} source={source} />}
    </NavLink>
  );
}

interface RailCountProps {
  readonly entry: RailLine['entry'];
  readonly source: NonNullable<RailLine['source']>;
}

/** Nothing is shown until it is known, and nothing when it cannot be: no number is better than a wrong one. */
export function RailCount({ entry, source }: RailCountProps) {
  const t = useText(frameText);
  const { data } = useListCount(source);
  if (!data) return null;
  const late = entry.late?.(data.facets) ?? 0;
  return (
    <span className="count">
      {data.total}
      {late > 0 && <span className="late"> · {t.late(late)}</span>}
    </span>
  );
}
