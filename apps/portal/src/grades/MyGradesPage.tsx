import { useQuery } from '@tanstack/react-query';
import type { AssessmentStatus } from '@xibu/domain/assessment/api';
import type { Grade } from '@xibu/domain/programme-terms';
import { get } from '../api/client.js';
import { Name, useText } from '../language/language.js';
import { usualText } from '../office/usual.text.js';
import { FormCard } from '../ui/FormCard.js';
import { Card, Facts, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { ErrorState } from '../ui/states.js';
import { gradesText } from './grades.text.js';

const base = '/api/assessment';

/** One's own assessment as assessment answers it. */
interface OwnGrade {
  readonly id: string;
  readonly season: string;
  readonly status: AssessmentStatus;
  readonly summary: string | null;
  readonly unitOpinion: string | null;
  readonly grade: Grade | null;
  readonly opinion: string | null;
  readonly objection: string | null;
  readonly objectionAnswer: string | null;
}

/** 考核与证书: sum up, see the grade, object, take the certificate. */
export function MyGradesPage() {
  const t = useText(gradesText);
  return (
    <ReadPage<readonly OwnGrade[]>
      title={t.mine}
      path={`${base}/grades/mine`}
      absent={t.mineNone}
      isEmpty={(list) => list.length === 0}
    >
      {(list) => (
        <>
          {list.map((own) => (
            <Assessment key={own.id} own={own} />
          ))}
          <Certificates />
        </>
      )}
    </ReadPage>
  );
}

function Assessment({ own }: { readonly own: OwnGrade }) {
  const t = useText(gradesText);
  const usual = useText(usualText);
  if (own.status === 'open') {
    return (
      <FormCard
        title={`${own.season} · ${t.summary}`}
        fields={[{ key: 'text', label: t.summary, hint: t.summaryHint, kind: 'long', maxLength: 4000 }]}
        path={`${base}/grades/${own.id}/summarise`}
        body={(values) => values}
        label={t.summarySend}
        done={t.summarySent}
      />
    );
  }
  const told = [
    { label: t.summary, value: own.summary },
    { label: t.unitOpinion, value: own.unitOpinion },
    { label: t.opinion, value: own.opinion },
    { label: t.objection, value: own.objection },
    { label: t.objectionAnswer, value: own.objectionAnswer },
  ].filter(({ value }) => value);
  const mayObject = own.grade && own.status === 'graded' && !own.objection;
  return (
    <Card title={own.season}>
      <p className="row">
        <Tag tone={own.status === 'final' ? 'ok' : 'plain'}>{t.statuses[own.status]}</Tag>
        {own.grade && <b>{`${t.gradeIs} ${usual.grades[own.grade]}`}</b>}
      </p>
      <Facts facts={told.map(({ label, value }) => ({ label, value: <Name>{value}</Name> }))} />
      {mayObject && (
        <StepButton
          subject={own}
          step={{
            ...{ key: 'object', label: t.object, question: t.objectQuestion, tone: 'plain', done: t.objected },
            fields: [{ key: 'text', label: usual.reason, kind: 'long', maxLength: 4000 }],
            ...{ path: ({ id }) => `${base}/grades/${id}/object`, body: (values) => values },
          }}
        />
      )}
    </Card>
  );
}

function Certificates() {
  const t = useText(gradesText);
  const path = `${base}/certificates/mine`;
  const { data, error, refetch } = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => get<readonly { readonly number: string; readonly season: string }[]>(path, signal),
  });
  return (
    <Card title={t.certificates}>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.length === 0 && <p className="quiet">{t.certificateNone}</p>}
      {data?.map(({ number, season }) => (
        <p key={number}>
          {season} · <a href={`${base}/certificates/${encodeURIComponent(number)}/pdf`}>{`${t.download} ${number}`}</a>
        </p>
      ))}
    </Card>
  );
}
