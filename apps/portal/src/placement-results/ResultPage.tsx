import { useQuery } from '@tanstack/react-query';
import type { ExplainedChoiceView, PlacementExplanationView, PlacementKey } from '@xibu/domain/placement/api';
import type { ApplicationProgress } from '@xibu/domain/recruitment/api';
import { get } from '../api/client.js';
import { applicationPath } from '../applications/applications.api.js';
import { Name, useText } from '../language/language.js';
import { divisions, sayScore } from '../office/usual.js';
import { ButtonLink } from '../ui/Button.js';
import { Card, Facts, Tag } from '../ui/notices.js';
import { StepButton } from '../ui/StepButton.js';
import { ErrorState, Skeleton } from '../ui/states.js';
import { CodeName } from '../ui/ValueOf.js';
import { OwnProgress } from './OwnProgress.js';
import { resultsText } from './results.text.js';

/** 录取结果: what came out, why, and what to say to it. */
export function ResultPage() {
  const t = useText(resultsText);
  return (
    <OwnProgress
      title={t.resultTitle}
      absent={t.resultNone}
      isAhead={({ placement, admission }) => placement === null && admission === null}
    >
      {(progress, { id }) => (
        <>
          {progress.placement && <Outcome placement={progress.placement} />}
          <Later progress={progress} id={id} />
          {progress.placement && <Why roundId={progress.placement.roundId} />}
        </>
      )}
    </OwnProgress>
  );
}

function Outcome({ placement }: { readonly placement: NonNullable<ApplicationProgress['placement']> }) {
  const t = useText(resultsText);
  const placed = placement.outcome === 'placed';
  return (
    <Card>
      <p>
        <Tag tone={placed ? 'ok' : 'bad'}>{placed ? `✓ ${t.held}` : t.unplaced}</Tag>
      </p>
      {placed && (
        <h2 className="next-title">
          {placement.county !== null && <CodeName path={divisions} code={String(placement.county)} />} ·{' '}
          <Name>{placement.postTitle}</Name>
        </h2>
      )}
    </Card>
  );
}

/** Health exam, public notice, and the answer to the confirmation. */
function Later({ progress, id }: { readonly progress: ApplicationProgress; readonly id: string }) {
  const t = useText(resultsText);
  const { health, notice, admission } = progress;
  if (!health && !notice && !admission) return null;
  const path = (step: string) => () => `${applicationPath(id)}/${step}`;
  return (
    <Card title={t.admission}>
      <Facts
        facts={[
          ...(health ? [{ label: t.health, value: health.passed ? t.healthPassed : t.healthFailed }] : []),
          ...(notice ? [{ label: t.notice, value: t.noticeLine(notice.line) }] : []),
          ...(admission ? [{ label: t.number, value: admission.confirmationNumber }] : []),
        ]}
      />
      {admission && (
        <p>
          <a href={`${applicationPath(id)}/confirmation.pdf`}>{t.confirmation}</a>
        </p>
      )}
      {admission?.answer && (
        <Tag tone={admission.answer === 'accepted' ? 'ok' : 'bad'}>
          {admission.answer === 'accepted' ? t.accepted : t.declined}
        </Tag>
      )}
      {admission && !admission.answer && (
        <div className="row">
          <StepButton
            subject={id}
            step={{
              ...{ key: 'accept', label: t.accept, question: t.acceptQuestion, done: t.accepted },
              ...{ path: path('accept'), body: () => ({}) },
            }}
          />
          <StepButton
            subject={id}
            step={{
              ...{ key: 'decline', label: t.decline, question: t.declineQuestion, tone: 'no', done: t.declined },
              fields: [{ key: 'sure', label: t.declineCheck, kind: 'check', mustBeTrue: t.declineQuestion }],
              ...{ path: path('decline'), body: () => ({}) },
            }}
          />
        </div>
      )}
    </Card>
  );
}

function Why({ roundId }: { readonly roundId: string }) {
  const t = useText(resultsText);
  const path = `/api/placement/rounds/${encodeURIComponent(roundId)}/explanation`;
  const { data, error, refetch } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<PlacementExplanationView>(path, signal),
  });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  return (
    <>
      <Card title={t.why}>
        {data.choices.map((choice) => (
          <Choice key={choice.postId} choice={choice} post={data.posts.find(({ code }) => code === choice.postId)} />
        ))}
        <Facts facts={[{ label: t.reassignmentTitle, value: t.reassignment[data.reassignment] }]} />
      </Card>
      <Card title={t.checkTitle}>
        <p>{t.checkText}</p>
        <Facts facts={[{ label: t.code, value: data.code }]} />
        <ButtonLink to="/results">{t.toResults}</ButtonLink>
      </Card>
    </>
  );
}

interface ChoiceProps {
  readonly choice: ExplainedChoiceView;
  readonly post: PlacementExplanationView['posts'][number] | undefined;
}

function Choice({ choice: { rank, postId, key, outcome, stop }, post }: ChoiceProps) {
  const t = useText(resultsText);
  const say = ({ class: place, score }: PlacementKey) => t.key(place + 1, sayScore(score) ?? '');
  const facts = [
    { label: t.yours, value: say(key) },
    ...(stop?.cutoff ? [{ label: t.cutoff, value: say(stop.cutoff) }] : []),
    ...(stop
      ? [
          {
            label: t.reason,
            value: `${stop.max > 0 ? t.full(stop.max) : t.closed} · ${t.decidedBy(t.by[stop.decidedBy])}${
              stop.scoreGap > 0 ? ` · ${t.gap(sayScore(stop.scoreGap) ?? '')}` : ''
            }`,
          },
        ]
      : []),
  ];
  return (
    <section className={outcome === 'held' ? 'choice-of-round held' : 'choice-of-round'}>
      <h3>
        {rank} <Name>{post ? `${post.unitName} · ${post.title}` : postId}</Name>{' '}
        <Tag tone={outcome === 'held' ? 'ok' : outcome === 'stopped' ? 'bad' : 'plain'}>{t[outcome]}</Tag>
      </h3>
      {outcome !== 'not-needed' && <Facts facts={facts} />}
    </section>
  );
}
