import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Link } from 'react-router';
import { Name, useLanguage, useText } from '../language/language.js';
import { useSeason, windowOf } from '../session/season.js';
import { sayDeadline, sayInstant } from '../ui/legal-dates.js';
import { StatusLine } from '../ui/progress.js';
import { type WayPoint, wayOf } from './application-way.js';
import { mineText } from './mine.text.js';

/** The way of an application as a line, with dates, opinions and the windows of what comes. */
export function ApplicationWay({ application }: { readonly application: ApplicationView }) {
  const t = useText(mineText);
  const steps = wayOf(application).map((point) => ({
    what: t[point.step],
    state: point.state,
    detail: <WayDetail point={point} receipt={point.step === 'submit' && application.receipt !== null} />,
  }));
  return <StatusLine steps={steps} />;
}

function WayDetail({ point, receipt }: { readonly point: WayPoint; readonly receipt: boolean }) {
  const t = useText(mineText);
  const { language } = useLanguage();
  const { season } = useSeason();
  const window = windowOf(season, point.milestone);
  const ahead = point.state === 'now' || point.state === 'to-come';
  return (
    <>
      {point.at && sayInstant(point.at, language)}
      {!point.at && ahead && window && t.before(sayDeadline(window.closesAt, language))}
      {receipt && (
        <>
          {' · '}
          <Link to="/mine/receipt">{t.receipt}</Link>
        </>
      )}
      {point.review && point.review.opinion !== '' && (
        <>
          {' · '}
          {t.opinion}
          <Name>{point.review.opinion}</Name>
        </>
      )}
    </>
  );
}
