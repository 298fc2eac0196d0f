import { addMonths, isMonth } from '@xibu/domain/dates';
import type { OfficeMonthView, ReconciliationBoard } from '@xibu/domain/finance/payments-api';
import { useParams } from 'react-router';
import { useLanguage, useText } from '../language/language.js';
import { MoneyTable } from '../office/MoneyTable.js';
import { sayTerm } from '../office/say-term.js';
import { divisions } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { useNow } from '../session/clock.js';
import { useSession } from '../session/session.js';
import { ButtonLink } from '../ui/Button.js';
import { sayMonth } from '../ui/legal-dates.js';
import { Card, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { Table } from '../ui/Table.js';
import { CodeName } from '../ui/ValueOf.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import { lastMonth } from './month-to-pay.js';
import { reconciliationText } from './reconciliation.text.js';

const figures = ['computed', 'approved', 'inFile', 'accepted', 'returned', 'pending', 'waiting'] as const;

/** 月度对账: every fen by office, project and source, and what keeps a month open. */
export function ReconciliationPage() {
  const t = useText(reconciliationText);
  const { language } = useLanguage();
  const now = useNow();
  const { month: asked } = useParams();
  if (!asked && !now) return <WaitingPage title={t.board} />;
  const month = asked && isMonth(asked) ? asked : lastMonth(now);
  const beside = isMonth(month) && (
    <span className="row">
      <b>{sayMonth(month, language)}</b>
      <ButtonLink to={`/office/reconciliation/${addMonths(month, -1)}`}>{t.previous}</ButtonLink>
      <ButtonLink to={`/office/reconciliation/${addMonths(month, 1)}`}>{t.next}</ButtonLink>
    </span>
  );
  return (
    <ReadPage<ReconciliationBoard>
      key={month}
      title={t.board}
      path={`/api/finance/months/${month}/reconciliation`}
      absent={t.boardNone}
      isEmpty={({ offices }) => offices.length === 0}
      beside={beside}
    >
      {({ offices, totals }) => (
        <>
          <p className="quiet readable">{t.boardIntro}</p>
          <Amounts
            title={t.board}
            rows={totals.map((row) => ({
              ...{ ...row, key: `${row.project} ${row.source}` },
              label: `${sayTerm('projects', row.project, language)} · ${sayTerm('sources', row.source, language)}`,
            }))}
          />
          <Offices offices={offices} />
        </>
      )}
    </ReadPage>
  );
}

type Amount = Readonly<Record<(typeof figures)[number], number>> & { readonly key: string; readonly label: string };

function Amounts({ title, rows }: { readonly title: string; readonly rows: readonly Amount[] }) {
  const t = useText(reconciliationText);
  const labels = {
    ...{ computed: t.computed, approved: t.approvedSum, inFile: t.inFile, accepted: t.accepted },
    ...{ returned: t.returned, pending: t.pending, waiting: t.waiting },
  };
  return (
    <MoneyTable
      title={title}
      first={t.source}
      columns={figures.map((key) => ({ key, label: labels[key] }))}
      rows={rows.map((row) => ({
        ...{ key: row.key, label: row.label },
        amounts: Object.fromEntries(figures.map((figure) => [figure, row[figure]])),
      }))}
      agree={['computed', 'approved']}
    />
  );
}

/** Every office with what keeps its month open, and the step that is due. */
function Offices({ offices }: { readonly offices: readonly OfficeMonthView[] }) {
  const t = useText(reconciliationText);
  const usual = useText(usualText);
  return (
    <Card flush>
      <Table
        caption={t.offices}
        rows={offices}
        idOf={({ county }) => String(county)}
        columns={[
          {
            ...{ key: 'county', label: usual.county },
            cell: ({ county }) => <CodeName path={divisions} code={String(county)} />,
          },
          { key: 'status', label: usual.status, cell: (office) => <MonthState office={office} /> },
          { key: 'obstacles', label: t.obstacles, cell: (office) => <Obstacles office={office} /> },
          { key: 'step', label: t.step, cell: (office) => <Step office={office} /> },
        ]}
      />
    </Card>
  );
}

interface OfficeProps {
  readonly office: OfficeMonthView;
}

function MonthState({ office }: OfficeProps) {
  const t = useText(reconciliationText);
  const said = useObstacles(office);
  const tone = office.status === 'closed' ? 'ok' : said.length > 0 ? 'warn' : 'act';
  return <Tag tone={tone}>{t.monthStates[office.status]}</Tag>;
}

function Obstacles({ office }: OfficeProps) {
  const t = useText(reconciliationText);
  const said = useObstacles(office);
  if (office.status === 'closed') return <>–</>;
  return <>{said.length === 0 ? t.none : said.join(' · ')}</>;
}

/** What is in the way of closing, in words. */
function useObstacles({ obstacles }: OfficeMonthView): readonly string[] {
  const t = useText(reconciliationText);
  return [
    ...(obstacles.runOpen ? [t.runOpen] : []),
    ...(obstacles.broken.length > 0 ? [t.broken(obstacles.broken.length)] : []),
    ...(obstacles.pending > 0 ? [t.pendingLines(obstacles.pending)] : []),
    ...(obstacles.waiting > 0 ? [t.waitingLines(obstacles.waiting)] : []),
    ...(obstacles.unreplaced.length > 0 ? [t.unreplaced(obstacles.unreplaced.length)] : []),
    ...(obstacles.openExceptions > 0 ? [t.openExceptions(obstacles.openExceptions)] : []),
    ...(obstacles.missing.length > 0 ? [t.missingPeople(obstacles.missing.length)] : []),
  ];
}

function Step({ office }: OfficeProps) {
  const t = useText(reconciliationText);
  const { may } = useSession();
  if (office.status === 'open' && office.mayClose && may('month.propose-close')) {
    const body = () => ({ month: office.month, county: office.county });
    const propose = {
      key: 'propose',
      label: t.propose,
      done: t.proposed,
      path: () => '/api/finance/month-closes',
      body,
    };
    return <StepButton subject={office} step={propose} />;
  }
  if (office.status !== 'proposed' || !office.closeId || !may('month.close')) return <>–</>;
  return (
    <StepButton
      subject={office}
      step={{
        ...{ key: 'close', label: t.close, question: t.closeQuestion, done: t.closed },
        ...{ path: ({ closeId }) => `/api/finance/month-closes/${closeId}/confirm`, body: () => ({}) },
      }}
    />
  );
}
