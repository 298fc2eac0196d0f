import { NavLink } from 'react-router';
import { useListCount } from '../api/lists.js';
import { useLanguage, useText } from '../language/language.js';
import { type RailEntry, useRailSources } from '../office/rail.js';
import { useSession } from '../session/session.js';
import { frameText } from './frame.text.js';
import { officeRail } from './office-rail.js';

const groups = ['queues', 'work', 'registers'] as const;

/** Queues and registers of the role, each with its number; a number and its list are the same question. */
export function OfficeRail({ onGo }: { onGo?(): void }) {
  const t = useText(frameText);
  const { may } = useSession();
  const mine = officeRail.filter(({ needs }) => may(needs));
  return (
    <nav aria-label={t.rail} onClick={onGo}>
      {groups.map((group) => {
        const entries = mine.filter((entry) => entry.group === group);
        if (entries.length === 0) return null;
        return (
          <section key={group}>
            <h2>{t[group]}</h2>
            <ul>
              {entries.map((entry) => (
                <li key={entry.to}>
                  <RailLine entry={entry} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

function RailLine({ entry }: { readonly entry: RailEntry }) {
  const { language } = useLanguage();
  const source = useRailSources()(entry);
  return (
    <NavLink to={entry.to} end={entry.group === 'registers'}>
      <span>{entry.label(language)}</span>
      {source && <RailCount entry={entry} source={source} />}
    </NavLink>
  );
}

interface RailCountProps {
  readonly entry: RailEntry;
  readonly source: NonNullable<RailEntry['count']>;
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
