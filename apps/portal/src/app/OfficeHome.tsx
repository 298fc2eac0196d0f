import { Link } from 'react-router';
import { useListCount } from '../api/lists.js';
import { useLanguage, useText } from '../language/language.js';
import { officeText } from '../office/office.text.js';
import { type RailLine, useRailLines } from '../office/rail.js';
import { useNow } from '../session/clock.js';
import { milestoneText } from '../session/milestones.text.js';
import { stateOf, useSeason } from '../session/season.js';
import { useSession } from '../session/session.js';
import { Card, Deadline } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState } from '../ui/states.js';
import { frameText } from './frame.text.js';
import { officeRail } from './office-rail.js';

type Counted = RailLine & { readonly source: NonNullable<RailLine['source']> };

function isCounted(line: RailLine): line is Counted {
  return line.source !== null;
}

/** Where an officer begins: what closes next, what waits, and the registers; each number opens its list. */
export function OfficeHome() {
  const t = useText(officeText);
  const { may } = useSession();
  const frame = useText(frameText);
  const mine = useRailLines()(officeRail.filter(({ needs }) => may(needs))).filter(isCounted);
  return (
    <div className="page">
      <PageHeading title={t.deskTitle}>
        <span className="quiet">{t.filesTotal}</span>
      </PageHeading>
      <ClosingNext />
      {mine.length === 0 ? (
        <EmptyState title={t.nothingForYou} />
      ) : (
        <>
          <Numbers title={frame.queues} lines={mine.filter(({ group }) => group === 'queues')} />
          <Numbers title={frame.registers} lines={mine.filter(({ group }) => group !== 'queues')} />
        </>
      )}
    </div>
  );
}

function Numbers({ title, lines }: { readonly title: string; readonly lines: readonly Counted[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <ul className="numbers">
        {lines.map((line) => (
          <li key={line.entry.to}>
            <NumberCard {...line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The windows that are open now, the one that closes first on top. */
function ClosingNext() {
  const t = useText(officeText);
  const names = useText(milestoneText);
  const now = useNow();
  const { season } = useSeason();
  const open = now ? (season?.milestones ?? []).filter((window) => stateOf(window, now) === 'now') : [];
  if (open.length === 0) return null;
  return (
    <Card title={t.closing}>
      <ul className="stack">
        {[...open]
          .sort((left, right) => Date.parse(left.closesAt) - Date.parse(right.closesAt))
          .map(({ milestone, closesAt }) => (
            <li key={milestone}>
              {names[milestone]} <Deadline closesAt={closesAt} now={now} />
            </li>
          ))}
      </ul>
    </Card>
  );
}

/** What waits stands out; where nothing waits, the number is quiet. */
function NumberCard({ entry, group, source, to }: Counted) {
  const t = useText(frameText);
  const { language } = useLanguage();
  const { data } = useListCount(source);
  const late = data && entry.late ? entry.late(data.facets) : 0;
  return (
    <Link to={to} className={data && data.total > 0 && group === 'queues' ? 'waits' : undefined}>
      <span>{entry.label(language)}</span>
      <b>{data?.total ?? '–'}</b>
      {late > 0 && <span className="late">{t.late(late)}</span>}
    </Link>
  );
}
