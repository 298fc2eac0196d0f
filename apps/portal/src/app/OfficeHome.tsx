import { Link } from 'react-router';
import { type ListSource, useListCount } from '../api/lists.js';
import { useLanguage, useText } from '../language/language.js';
import { officeText } from '../office/office.text.js';
import { type RailEntry, useRailSources } from '../office/rail.js';
import { useNow } from '../session/clock.js';
import { milestoneText } from '../session/milestones.text.js';
import { stateOf, useSeason } from '../session/season.js';
import { useSession } from '../session/session.js';
import { Card, Deadline } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState } from '../ui/states.js';
import { frameText } from './frame.text.js';
import { officeRail } from './office-rail.js';

interface Counted {
  readonly entry: RailEntry;
  readonly source: ListSource;
}

/** Where an officer begins: what closes next, what waits, and the registers; each number opens its list. */
export function OfficeHome() {
  const t = useText(officeText);
  const { may } = useSession();
  const sourceOf = useRailSources();
  const mine = officeRail.flatMap((entry): readonly Counted[] => {
    const source = may(entry.needs) ? sourceOf(entry) : null;
    return source ? [{ entry, source }] : [];
  });
  return (
    <div className="page">
      <PageHeading title={t.deskTitle}>
        <span className="quiet">{t.filesTotal}</span>
      </PageHeading>
      <ClosingNext />
      {mine.length === 0 ? (
        <EmptyState title={t.nothingForYou} />
      ) : (
        <ul className="numbers">
          {mine.map(({ entry, source }) => (
            <li key={entry.to}>
              <NumberCard entry={entry} source={source} />
            </li>
          ))}
        </ul>
      )}
    </div>
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

function NumberCard({ entry, source }: Counted) {
  const t = useText(frameText);
  const { language } = useLanguage();
  const { data } = useListCount(source);
  const late = data && entry.late ? entry.late(data.facets) : 0;
  return (
    <Link to={entry.to}>
      <span>{entry.label(language)}</span>
      <b>{data?.total ?? '–'}</b>
      {late > 0 && <span className="late">{t.late(late)}</span>}
    </Link>
  );
}
