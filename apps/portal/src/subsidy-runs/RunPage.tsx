import { useQuery } from '@tanstack/react-query';
import type { RunTotal, RunView } from '@xibu/domain/finance/runs-api';
import { Link, useParams } from 'react-router';
import { get } from '../api/client.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { ApprovalStrip } from '../office/ApprovalStrip.js';
import { MoneyTable } from '../office/MoneyTable.js';
import { sayComponent, sayTerm } from '../office/say-term.js';
import { usualText } from '../office/usual.text.js';
import { useActor } from '../session/session.js';
import { Card, Facts, Money, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { runText } from './run.text.js';
import { runSteps, runs, stateOfRun } from './run-work.js';

const strip = ['attendanceLocked', 'calculated', 'approved', 'released'] as const;

/** One run: who did what, what it comes to by source, and what the bank has answered. */
export function RunPage() {
  const t = useText(runText);
  const { id = '' } = useParams();
  return (
    <ReadPage<RunView> title={t.runs} path={`${runs}/${encodeURIComponent(id)}`}>
      {(run) => <Run run={run} />}
    </ReadPage>
  );
}

function Run({ run }: { readonly run: RunView }) {
  const t = useText(runText);
  const { language } = useLanguage();
  const actor = useActor();
  const steps = runSteps(run, actor, language);
  const state = stateOfRun(run.status, language);
  const next = strip.find((key) => run.steps[key] === null);
  return (
    <>
      <div className="row">
        <b>{run.number}</b>
        <Tag tone={state.tone}>{state.label}</Tag>
      </div>
      <ApprovalStrip
        steps={strip.map((key) => ({
          ...{ what: t.steps[key], state: run.steps[key] ? 'done' : key === next ? 'now' : 'to-come' },
          ...{ by: run.steps[key]?.by, at: run.steps[key]?.at, waitsFor: t.waits[key], mine: steps.length > 0 },
        }))}
      />
      {steps.length > 0 && (
        <div className="row">
          {steps.map((step) => (
            <StepButton key={step.key} step={step} subject={run} />
          ))}
        </div>
      )}
      <Card>
        <Facts
          double
          facts={[
            { label: t.people, value: <Link to={`/office/subsidy-runs/${run.id}/people`}>{run.people}</Link> },
            { label: t.payable, value: run.payable },
            {
              ...{ label: t.exceptions },
              value: <Link to={`/office/subsidy-runs/${run.id}/people?state=exception`}>{run.exceptions}</Link>,
            },
            { label: t.gross, value: <Money fen={run.grossFen} /> },
            { label: t.personal, value: <Money fen={run.personalFen} /> },
            { label: t.net, value: <Money fen={run.netFen} /> },
            { label: t.units, value: t.unitsOf(run.units.confirmed, run.units.all) },
            { label: t.missingUnits, value: <Name>{run.units.missing.join('、') || '–'}</Name> },
          ]}
        />
      </Card>
      <Totals id={run.id} />
      <Payments run={run} />
    </>
  );
}

/** What each source pays, by component. */
function Totals({ id }: { readonly id: string }) {
  const t = useText(runText);
  const usual = useText(usualText);
  const { language } = useLanguage();
  const path = `${runs}/${id}/totals`;
  const { data } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<readonly RunTotal[] | { readonly rows: readonly RunTotal[] }>(path, signal),
  });
  const totals = !data ? [] : 'rows' in data ? data.rows : data;
  if (totals.length === 0) return null;
  const components = [...new Set(totals.map(({ component }) => component))];
  const sources = [...new Set(totals.map(({ source }) => source))];
  const sum = (source: string, component: string) =>
    totals.filter((one) => one.source === source && one.component === component).reduce((all, { fen }) => all + fen, 0);
  return (
    <MoneyTable
      title={usual.all}
      first={t.source}
      columns={components.map((key) => ({ key, label: sayComponent(key, language) }))}
      rows={sources.map((source) => ({
        ...{ key: source, label: sayTerm('sources', source, language) },
        amounts: Object.fromEntries(components.map((component) => [component, sum(source, component)])),
      }))}
    />
  );
}

function Payments({ run }: { readonly run: RunView }) {
  const t = useText(runText);
  if (run.payments.length === 0) return null;
  return (
    <Card title={t.payments}>
      {run.payments.map(({ state, lines, fen }) => (
        <p key={state} className="row">
          <Tag tone={state === 'accepted' ? 'ok' : state === 'returned' ? 'bad' : 'plain'}>{t.lineStates[state]}</Tag>
          {t.lines(lines)} <Money fen={fen} />
        </p>
      ))}
    </Card>
  );
}
