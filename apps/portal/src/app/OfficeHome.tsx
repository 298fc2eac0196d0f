import { Link } from 'react-router';
import { useListCount } from '../api/lists.js';
import { useLanguage, useText } from '../language/language.js';
import { officeText } from '../office/office.text.js';
import type { RailEntry } from '../office/rail.js';
import { useSession } from '../session/session.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState } from '../ui/states.js';
import { frameText } from './frame.text.js';
import { officeRail } from './office-rail.js';

/** Where an officer begins: what waits, with its number; each number opens its list. */
export function OfficeHome() {
  const t = useText(officeText);
  const { may } = useSession();
  const mine = officeRail.filter(({ needs, count }) => may(needs) && count);
  return (
    <div className="page">
      <PageHeading title={t.deskTitle}>
        <span className="quiet">{t.filesTotal}</span>
      </PageHeading>
      {mine.length === 0 ? (
        <EmptyState title={t.nothingForYou} />
      ) : (
        <ul className="numbers">
          {mine.map((entry) => (
            <li key={entry.to}>{entry.count && <NumberCard entry={entry} source={entry.count} />}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface NumberCardProps {
  readonly entry: RailEntry;
  readonly source: NonNullable<RailEntry['count']>;
}

function NumberCard({ entry, source }: NumberCardProps) {
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
