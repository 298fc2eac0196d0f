import { useQuery } from '@tanstack/react-query';
import type { RoundDiagnosis, RoundView } from '@xibu/domain/placement/api';
import { Link, useParams } from 'react-router';
import { get } from '../api/client.js';
import { useLanguage, useText } from '../language/language.js';
import { History } from '../office/History.js';
import { sayScore, yesNo } from '../office/usual.js';
import { useNow } from '../session/clock.js';
import { useActor, useSession } from '../session/session.js';
import { Banner, Card, Explanation, Facts, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { Table } from '../ui/Table.js';
import { roundSteps, rounds, stateOfRound } from './round-work.js';
import { roundsText } from './rounds.text.js';

const lookAgainMs = 2_000;

/** One round: where it stands, what can be done, its digests, its history and why seats stayed empty. */
export function RoundPage() {
  const t = useText(roundsText);
  const { id = '' } = useParams();
  return (
    <ReadPage<RoundView>
      title={t.title}
      path={`${rounds}/${encodeURIComponent(id)}`}
      again={{ everyMs: lookAgainMs, goesOn: ({ status }) => status === 'running' }}
    >
      {(round) => <Round round={round} />}
    </ReadPage>
  );
}

function Round({ round }: { readonly round: RoundView }) {
  const t = useText(roundsText);
  const { language } = useLanguage();
  const { may } = useSession();
  const at = { actor: useActor(), language, now: useNow(), season: round.season, id: round.id };
  const state = stateOfRound(round.status, language);
  const computed = ['proposed', 'published'].includes(round.status);
  return (
    <>
      <Card title={`${round.name} · ${t.kinds[round.kind]}`}>
        <p className="row">
          <Tag tone={state.tone}>{state.label}</Tag>
          {round.status === 'running' && round.progress && (
            <span role="status">
              {`${t.phases[round.progress.phase]} · ${t.progress(round.progress.done, round.progress.of)}`}
            </span>
          )}
        </p>
        <div className="row">
          {roundSteps(round, at).map((step) => (
            <StepButton key={step.key} step={step} subject={round} />
          ))}
          {computed && <Link to={`/office/rounds/${round.id}/placements`}>{t.toPlacements}</Link>}
          {may('round.diagnose') && <Link to={`/office/rounds/${round.id}/what-if`}>{t.toWhatIf}</Link>}
        </div>
        {round.progress && round.progress.failures.length > 0 && (
          <Banner tone="bad" title={t.failures}>
            <ul>
              {round.progress.failures.map((failure) => (
                <li key={failure} lang="en">
                  {failure}
                </li>
              ))}
            </ul>
          </Banner>
        )}
      </Card>
      <RoundFacts round={round} />
      <Card title={t.steps}>
        <History items={round.steps.map(({ step, by, at: when }) => ({ at: when, by, what: t.stepNames[step] }))} />
      </Card>
      {computed && may('round.diagnose') && <Diagnosis id={round.id} />}
    </>
  );
}

function RoundFacts({ round }: { readonly round: RoundView }) {
  const t = useText(roundsText);
  const digest = (value: string | null) => (value ? <code className="digest">{value}</code> : '–');
  return (
    <Card title={t.digest}>
      <Facts
        facts={[
          { label: t.rulebook, value: round.rulebook },
          { label: t.commitment, value: digest(round.seedCommitment) },
          { label: t.seed, value: digest(round.seed) },
          { label: t.input, value: digest(round.inputDigest) },
          { label: t.result, value: digest(round.resultDigest) },
        ]}
      />
    </Card>
  );
}

function Diagnosis({ id }: { readonly id: string }) {
  const t = useText(roundsText);
  const { language } = useLanguage();
  const path = `${rounds}/${id}/diagnosis`;
  const { data } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<RoundDiagnosis>(path, signal),
  });
  if (!data) return null;
  return (
    <Card title={t.diagnosis}>
      <p className="quiet readable">{t.diagnosisText}</p>
      <Table
        caption={t.byRank}
        rows={data.summary.byRank}
        idOf={({ rank }) => String(rank)}
        columns={[
          { key: 'rank', label: t.byRank, cell: ({ rank }) => rank },
          { key: 'people', label: t.people, figure: true, cell: ({ people }) => people },
        ]}
      />
      <Explanation question={`${t.unplacedTitle} · ${data.unplaced.length}`}>
        <Table
          caption={t.unplacedTitle}
          rows={data.unplaced}
          idOf={({ code }) => code}
          columns={[
            { key: 'code', label: t.code, cell: ({ code }) => code },
            { key: 'score', label: t.score, figure: true, cell: ({ score }) => sayScore(score) },
            { key: 'ranked', label: t.ranked, figure: true, cell: ({ ranked }) => ranked },
            { key: 'accepts', label: t.reassign, cell: (row) => yesNo(language, row.acceptsReassignment) },
            { key: 'reason', label: t.reason, cell: ({ reason }) => t.reasons[reason] },
          ]}
        />
      </Explanation>
      <Explanation question={`${t.emptyTitle} · ${data.emptySeats.length}`}>
        <Table
          caption={t.emptyTitle}
          rows={data.emptySeats}
          idOf={({ post }) => post}
          columns={[
            { key: 'post', label: t.post, cell: ({ post }) => post },
            { key: 'seats', label: t.seats, figure: true, cell: ({ capacity }) => capacity },
            { key: 'held', label: t.held, figure: true, cell: ({ held }) => held },
            { key: 'wanted', label: t.wanted, figure: true, cell: ({ wanted }) => wanted },
            { key: 'heldBack', label: t.heldBack, cell: ({ heldBack }) => heldBack ?? '–' },
          ]}
        />
      </Explanation>
      <Explanation question={`${t.fullTitle} · ${data.fullQuotas.length}`}>
        <Table
          caption={t.fullTitle}
          rows={data.fullQuotas}
          idOf={({ node }) => node}
          columns={[
            { key: 'node', label: t.node, cell: ({ node }) => node },
            { key: 'max', label: t.max, figure: true, cell: ({ max }) => max },
            { key: 'held', label: t.held, figure: true, cell: ({ held }) => held },
          ]}
        />
      </Explanation>
    </Card>
  );
}
