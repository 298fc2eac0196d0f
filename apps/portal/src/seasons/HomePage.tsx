import { dateOf } from '@xibu/domain/dates';
import { useLanguage, useText } from '../language/language.js';
import { useNow } from '../session/clock.js';
import { type Season, stateOf, useSeason, windowOf } from '../session/season.js';
import { homeOf, useSession } from '../session/session.js';
import { ButtonLink } from '../ui/Button.js';
import { sayDate } from '../ui/legal-dates.js';
import { Card, Deadline, Tag } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { ErrorState, Skeleton } from '../ui/states.js';
import { SeasonCalendar, SeasonNumbers } from './SeasonCalendar.js';
import { seasonText } from './seasons.text.js';

/** The front page: what one can do today, how it goes, and the calendar of the season. */
export function HomePage() {
  const t = useText(seasonText);
  const now = useNow();
  const { season, error, isPending, again } = useSeason();
  return (
    <div className="page two">
      <PageHeading title={t.title} />
      <p className="quiet across">{t.lead}</p>
      <div className="stack">
        {isPending ? <Skeleton /> : error ? null : <Today season={season} now={now} />}
        {season && now && <SeasonNumbers season={season} now={now} />}
        <Card title={t.howTitle}>
          <ol className="numbered">
            {[t.how1, t.how2, t.how3, t.how4].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </Card>
      </div>
      {error ? (
        <Card title={t.calendar}>
          <ErrorState error={error} retry={again} />
        </Card>
      ) : (
        !isPending && <SeasonCalendar season={season} now={now} />
      )}
    </div>
  );
}

interface TodayProps {
  readonly season: Season | null;
  readonly now: Date | null;
}

/** One card with one button: sign up while it is open, go on where one was, or when it begins. */
function Today({ season, now }: TodayProps) {
  const t = useText(seasonText);
  const { language } = useLanguage();
  const { actor } = useSession();
  const registration = windowOf(season, 'registration');
  if (actor) {
    const label = homeOf(actor) === '/mine' ? t.continueSignUp : t.toOffice;
    return (
      <Card>
        <ButtonLink to={homeOf(actor)} tone="go">
          {label}
        </ButtonLink>
      </Card>
    );
  }
  if (!registration || !now) return null;
  const state = stateOf(registration, now);
  if (state === 'to-come') {
    return (
      <Card title={t.soonTitle}>
        <p>{t.soonText(sayDate(dateOf(new Date(registration.opensAt)), language, true))}</p>
      </Card>
    );
  }
  if (state === 'past') {
    return (
      <Card title={t.closedTitle}>
        <p>{t.closedText}</p>
        <ButtonLink to="/sign-in">{t.signIn}</ButtonLink>
      </Card>
    );
  }
  return (
    <Card>
      <p>
        <Tag tone="act">{t.openTitle}</Tag>
      </p>
      <p>
        {t.openText} <Deadline closesAt={registration.closesAt} now={now} />
      </p>
      <ButtonLink to="/mine" tone="go">
        {t.signUp}
      </ButtonLink>
    </Card>
  );
}
