import { dateOf } from '@xibu/domain/dates';
import type { CoverageCalendar } from '@xibu/domain/finance/coverage-api';
import type { CoverRow, InsuredMonth } from '@xibu/domain/finance/insurance-api';
import { useParams } from 'react-router';
import type { Page } from '../api/lists.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { sayTerm } from '../office/say-term.js';
import { divisions } from '../office/usual.js';
import { useNow } from '../session/clock.js';
import { ButtonLink } from '../ui/Button.js';
import { Day, DaysFromTo } from '../ui/Day.js';
import { sayMonth } from '../ui/legal-dates.js';
import { Banner, Card, Facts, Money, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { ReadPart } from '../ui/ReadPart.js';
import { Table } from '../ui/Table.js';
import { CodeName } from '../ui/ValueOf.js';
import { calendarText } from './coverage.text.js';
import { type CoverageMonth, coverageMonths } from './coverage-months.js';

const finance = '/api/finance';

/** 我的保障: whether every day on post is covered, and by what. */
export function MyCoveragePage() {
  const t = useText(calendarText);
  return (
    <ReadPage<CoverageCalendar> title={t.title} path={`${finance}/coverage/mine`} absent={t.none}>
      {(calendar) => (
        <>
          <p className="quiet readable">{t.intro}</p>
          <Calendar calendar={calendar} isOwn />
          <Covers />
          <SocialMonths />
        </>
      )}
    </ReadPage>
  );
}

/** The same of one person, for the offices that answer for them. */
export function PersonCoveragePage() {
  const t = useText(calendarText);
  const { id = '' } = useParams();
  return (
    <ReadPage<CoverageCalendar>
      title={t.title}
      path={`${finance}/coverage/people/${encodeURIComponent(id)}`}
      absent={t.none}
    >
      {(calendar) => (
        <>
          <h2>
            <Name>{calendar.name}</Name>
          </h2>
          <Calendar calendar={calendar} />
        </>
      )}
    </ReadPage>
  );
}

interface CalendarProps {
  readonly calendar: CoverageCalendar;
  /** The person reads it; offices know what to do about a gap. */
  readonly isOwn?: boolean;
}

function Calendar({ calendar, isOwn }: CalendarProps) {
  const t = useText(calendarText);
  const now = useNow();
  return (
    <>
      <Gaps calendar={calendar} isOwn={isOwn} />
      {now && <Months months={coverageMonths(calendar, dateOf(now))} />}
      <Card title={t.where}>
        {calendar.service.map(({ from, to, county, unit, isPaid }) => (
          <p key={`${from} ${unit}`}>
            <CodeName path={divisions} code={String(county)} /> · <DaysFromTo from={from} to={to} open={t.open} />{' '}
            <Tag>{isPaid ? t.paidPost : t.unpaidPost}</Tag>
          </p>
        ))}
      </Card>
    </>
  );
}

function Gaps({ calendar: { gaps }, isOwn }: CalendarProps) {
  const t = useText(calendarText);
  const open = gaps.filter(({ state }) => state === 'open');
  if (gaps.length === 0) return <Banner tone="ok" title={t.allCovered} />;
  return (
    <Banner tone={open.length > 0 ? 'warn' : 'ok'} title={open.length > 0 ? t.gaps(open.length) : t.allCovered}>
      <ul>
        {gaps.map(({ id, kind, from, to, state }) => (
          <li key={id}>
            {t.kinds[kind]} · <DaysFromTo from={from} to={to} open={t.open} /> · {t.states[state]}
          </li>
        ))}
      </ul>
      {open.length > 0 && isOwn && (
        <>
          <p>{t.gapText}</p>
          <div>
            <ButtonLink to="/mine/tickets">{t.toTickets}</ButtonLink>
          </div>
        </>
      )}
    </Banner>
  );
}

function Months({ months }: { readonly months: readonly CoverageMonth[] }) {
  const t = useText(calendarText);
  return (
    <Card title={t.months}>
      <ul className="stack">
        {months.map((month) => (
          <MonthOf key={month.month} of={month} />
        ))}
      </ul>
    </Card>
  );
}

/** One month in a line or two: on a phone a table of this would be cut off. */
function MonthOf({ of: { month, daysOnPost, agreementDays, commercialDays, schemes, pay } }: MonthProps) {
  const t = useText(calendarText);
  const { language } = useLanguage();
  const cover = (label: string, days: number) => {
    if (days >= daysOnPost) return <Tag tone="ok">{`✓ ${label}`}</Tag>;
    return <Tag tone="bad">{days === 0 ? `× ${label}` : `${label} ${t.partly(daysOnPost - days)}`}</Tag>;
  };
  return (
    <li>
      <p>
        <b>{sayMonth(month, language)}</b> · {t.service} {t.days(daysOnPost)}
      </p>
      <p className="row">
        {cover(t.agreement, agreementDays)}
        {cover(t.commercial, commercialDays)}
        <Tag tone={schemes.length > 0 ? 'ok' : 'plain'}>
          {schemes.length > 0 ? `✓ ${t.social}` : `${t.social} ${t.notDue}`}
        </Tag>
        <Tag tone={pay?.paidOn ? 'ok' : 'plain'}>{pay?.paidOn ? `✓ ${t.pay}` : `${t.pay} ${t.notDue}`}</Tag>
      </p>
      {pay?.paidOn && (
        <p className="small">
          <Money fen={pay.netFen} /> · <Day of={pay.paidOn} />
        </p>
      )}
    </li>
  );
}

interface MonthProps {
  readonly of: CoverageMonth;
}

function Covers() {
  const t = useText(calendarText);
  return (
    <ReadPart<Page<CoverRow>>
      title={t.policies}
      path={`${finance}/insurance-covers/mine`}
      absent={t.policyNone}
      isEmpty={({ rows }) => rows.length === 0}
    >
      {({ rows }) => (
        <>
          {rows.map(({ id, from, to, status }) => (
            <p key={id}>
              {from ? <DaysFromTo from={from} to={to} open={t.open} /> : '–'}{' '}
              <Tag tone={status === 'insured' ? 'ok' : status === 'to-insure' ? 'warn' : 'plain'}>
                {t.coverStatuses[status]}
              </Tag>
            </p>
          ))}
          <div>
            <ButtonLink to="/mine/claims">{t.claim}</ButtonLink>
          </div>
        </>
      )}
    </ReadPart>
  );
}

function SocialMonths() {
  const t = useText(calendarText);
  const { language } = useLanguage();
  return (
    <ReadPart<readonly InsuredMonth[]>
      title={t.socialTitle}
      path={`${finance}/social-insurance/mine`}
      absent={t.socialNone}
      isEmpty={(months) => months.length === 0}
    >
      {(months) =>
        [...months].reverse().map(({ month, county, schemes }) => (
          <details key={month} className="explanation">
            <summary>{sayMonth(month, language)}</summary>
            <Facts facts={[{ label: t.county, value: <CodeName path={divisions} code={String(county)} /> }]} />
            <Table
              caption={t.socialTitle}
              rows={schemes}
              idOf={({ scheme }) => scheme}
              columns={[
                { key: 'scheme', label: t.scheme, cell: ({ scheme }) => sayTerm('schemes', scheme, language) },
                {
                  ...{ key: 'personal', label: t.personal, figure: true },
                  cell: ({ personalFen }) => <Money fen={personalFen} />,
                },
                {
                  ...{ key: 'employer', label: t.employer, figure: true },
                  cell: ({ employerFen }) => <Money fen={employerFen} />,
                },
              ]}
            />
          </details>
        ))
      }
    </ReadPart>
  );
}
