import type { OwnVolunteerView } from '@xibu/domain/placement/api';
import { useLanguage, useText } from '../language/language.js';
import { usualText } from '../office/usual.text.js';
import { useNow } from '../session/clock.js';
import { ButtonLink } from '../ui/Button.js';
import { sayDay } from '../ui/legal-dates.js';
import { Card, Deadline, Facts, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { placeOfService } from './place-of-service.js';
import { volunteersText } from './volunteers.text.js';

/** 我的服务: one card with what is next, then the post and the ways to everything of a volunteer. */
export function MyServicePage() {
  const t = useText(volunteersText);
  return (
    <ReadPage<OwnVolunteerView> title={t.mineTitle} path="/api/placement/volunteers/mine" absent={t.mineNone}>
      {(own) => (
        <>
          <Next own={own} />
          <Post own={own} />
          <Ways own={own} />
        </>
      )}
    </ReadPage>
  );
}

function Next({ own: { volunteer, next, agreementId } }: { readonly own: OwnVolunteerView }) {
  const t = useText(volunteersText);
  const now = useNow();
  const to =
    next.action === 'sign-agreement' && agreementId
      ? { path: `/mine/agreements/${agreementId}`, label: t.toAgreement }
      : next.action === 'second-registration'
        ? { path: '/mine/registration', label: t.toRegistration }
        : next.action === 'confirm-bank-card'
          ? { path: '/mine/card', label: t.toCard }
          : null;
  return (
    <Card>
      <p>
        <Tag tone={to ? 'act' : 'plain'}>{t.statuses[volunteer.status]}</Tag>
      </p>
      <h2 className="next-title">{t.actions[next.action]}</h2>
      {next.until && (
        <p>
          {t.until} <Deadline closesAt={next.until} now={now} />
        </p>
      )}
      {to && (
        <ButtonLink to={to.path} tone="go">
          {to.label}
        </ButtonLink>
      )}
    </Card>
  );
}

function Post({ own: { volunteer, leaveDaysUsed, leaveDaysMax } }: { readonly own: OwnVolunteerView }) {
  const t = useText(volunteersText);
  const usual = useText(usualText);
  const { language } = useLanguage();
  const day = (date: string | null) => (date ? sayDay(date, language) : t.notYet);
  return (
    <Card title={t.post}>
      <Facts
        facts={[
          ...placeOfService(volunteer, language),
          { label: usual.special, value: usual.specials[volunteer.special] },
          { label: t.onPost, value: day(volunteer.onPostOn) },
          { label: t.term, value: day(volunteer.termTo) },
          { label: t.leaveUsed, value: t.leaveOf(leaveDaysUsed, leaveDaysMax) },
        ]}
      />
    </Card>
  );
}

function Ways({ own: { agreementId } }: { readonly own: OwnVolunteerView }) {
  const t = useText(volunteersText);
  return (
    <Card>
      <div className="row">
        {agreementId && <ButtonLink to={`/mine/agreements/${agreementId}`}>{t.toAgreement}</ButtonLink>}
        <ButtonLink to="/mine/registration">{t.toRegistration}</ButtonLink>
        <ButtonLink to="/mine/card">{t.toCard}</ButtonLink>
        <ButtonLink to="/mine/leaves">{t.toLeave}</ButtonLink>
        <ButtonLink to="/mine/pay">{t.toPay}</ButtonLink>
        <ButtonLink to="/mine/coverage">{t.toCoverage}</ButtonLink>
        <ButtonLink to="/mine/claims">{t.toClaims}</ButtonLink>
        <ButtonLink to="/mine/changes">{t.toChanges}</ButtonLink>
        <ButtonLink to="/mine/grades">{t.toGrades}</ButtonLink>
        <ButtonLink to="/mine/tickets">{t.toTickets}</ButtonLink>
        <ButtonLink to="/mine/messages">{t.toMessages}</ButtonLink>
      </div>
    </Card>
  );
}
