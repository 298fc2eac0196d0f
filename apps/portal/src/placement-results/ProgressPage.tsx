import type { ApplicationProgress, ApplicationView } from '@xibu/domain/recruitment/api';
import type { ReactNode } from 'react';
import { wayOf } from '../applications/application-way.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { divisions, sayScore } from '../office/usual.js';
import { useSeason, windowOf } from '../session/season.js';
import { ButtonLink } from '../ui/Button.js';
import { DaysFromTo, Moment } from '../ui/Day.js';
import { sayDeadline, sayInstant } from '../ui/legal-dates.js';
import { Card } from '../ui/notices.js';
import { StatusLine, type StatusStep } from '../ui/progress.js';
import { CodeName } from '../ui/ValueOf.js';
import { OwnProgress } from './OwnProgress.js';
import { progressText } from './progress.text.js';
import { type LaterPoint, type LaterStep, laterLine } from './progress-line.js';

const formSteps = ['submit', 'faculty', 'university', 'confirm'] as const;

/** 我的进度 from the first form to the answer: one line with every date and every reason. */
export function ProgressPage() {
  const t = useText(progressText);
  return (
    <OwnProgress title={t.title} absent={t.none} isAhead={() => false}>
      {(progress, application) => (
        <>
          <p className="quiet readable">{t.intro}</p>
          <Line progress={progress} application={application} />
          <Ways progress={progress} />
        </>
      )}
    </OwnProgress>
  );
}

interface LineProps {
  readonly progress: ApplicationProgress;
  readonly application: ApplicationView;
}

function Line({ progress, application }: LineProps) {
  const t = useText(progressText);
  const hasConfirmed = application.confirmation !== null;
  const before: readonly StatusStep[] = wayOf(application).flatMap(({ step, state, at, review, milestone }) => {
    const own = formSteps.find((one) => one === step);
    if (!own) return [];
    const detail = (
      <>
        {at ? <Moment of={at} /> : <Until milestone={milestone} state={state} />}
        {review && review.opinion !== '' && (
          <>
            {' · '}
            {t.opinion}
            <Name>{review.opinion}</Name>
          </>
        )}
      </>
    );
    return [{ what: t[own], state, detail }];
  });
  const later = laterLine(progress, application.status, hasConfirmed).map((point) => ({
    ...{ what: t[point.step], state: point.state },
    detail: <Detail point={point} progress={progress} />,
  }));
  const loss = progress.loss;
  const end: readonly StatusStep[] = loss
    ? [{ what: t.lost, state: 'stopped', detail: <Dated at={loss.lostAt}>{t.reasons[loss.reason]}</Dated> }]
    : [];
  return (
    <Card>
      <StatusLine steps={[...before, ...later, ...end]} />
    </Card>
  );
}

/** Until when a step may be taken, while that is of interest. */
function Until({ milestone, state }: Pick<LaterPoint, 'milestone' | 'state'>) {
  const t = useText(progressText);
  const { language } = useLanguage();
  const { season } = useSeason();
  const window = windowOf(season, milestone);
  if (!window || state === 'done' || state === 'stopped') return null;
  return t.until(sayDeadline(window.closesAt, language));
}

function Dated({ at, children }: { readonly at: string; readonly children: ReactNode }) {
  return (
    <>
      <Moment of={at} /> · {children}
    </>
  );
}

function Detail({ point, progress }: { readonly point: LaterPoint; readonly progress: ApplicationProgress }) {
  const known = details[point.step];
  const said = known(progress);
  return said === null ? <Until {...point} /> : said;
}

/** What there is to say of each step; null while nothing is known. */
const details: Readonly<Record<LaterStep, (progress: ApplicationProgress) => ReactNode>> = {
  exam: ({ exam }) => exam && <Exam exam={exam} />,
  ranking: ({ ranking }) => ranking && <Ranking ranking={ranking} />,
  placement: ({ placement }) => placement && <Placement placement={placement} />,
  health: ({ health }) => health && <Health health={health} />,
  notice: ({ notice }) => notice && <Notice notice={notice} />,
  admission: ({ admission }) => admission && <Admission admission={admission} />,
  answer: ({ admission }) => admission && <Answer admission={admission} />,
};

type Of<Key extends keyof ApplicationProgress> = { readonly [Name in Key]: NonNullable<ApplicationProgress[Name]> };

function Exam({ exam }: Of<'exam'>) {
  const t = useText(progressText);
  const { language } = useLanguage();
  const score = exam.isAbsent
    ? t.absent
    : exam.scoreHundredths !== null && t.score(sayScore(exam.scoreHundredths) ?? '');
  return (
    <>
      {t.examAt(sayInstant(exam.startsAt, language))} · <Name>{exam.site}</Name> · {t.ticket(exam.ticket)}
      {score && ` · ${score}`}
    </>
  );
}

function Ranking({ ranking }: Of<'ranking'>) {
  const t = useText(progressText);
  const minimum = sayScore(ranking.minimumScoreHundredths) ?? '';
  return (
    <Dated at={ranking.decidedAt}>{ranking.outcome === 'qualified' ? t.qualified : t.notQualified(minimum)}</Dated>
  );
}

function Placement({ placement }: Of<'placement'>) {
  const t = useText(progressText);
  if (placement.outcome === 'unplaced') return <Dated at={placement.decidedAt}>{t.unplaced}</Dated>;
  return (
    <Dated at={placement.decidedAt}>
      {placement.county === null ? t.placed : <CodeName path={divisions} code={String(placement.county)} />}
      {placement.postTitle && (
        <>
          {' · '}
          <Name>{placement.postTitle}</Name>
        </>
      )}
    </Dated>
  );
}

function Health({ health }: Of<'health'>) {
  const t = useText(progressText);
  return (
    <Dated at={health.decidedAt}>
      <Name>{health.hospital}</Name> · {health.passed ? t.passed : t.failed}
    </Dated>
  );
}

function Notice({ notice }: Of<'notice'>) {
  const t = useText(progressText);
  return (
    <>
      {t.noticeFrom} <DaysFromTo from={notice.opensOn} last={notice.closesOn} open="" /> · {t.line(notice.line)}
    </>
  );
}

function Admission({ admission }: Of<'admission'>) {
  const t = useText(progressText);
  return <Dated at={admission.admittedAt}>{t.number(admission.confirmationNumber)}</Dated>;
}

function Answer({ admission: { answer, answeredAt } }: Of<'admission'>) {
  const t = useText(progressText);
  if (!answer || !answeredAt) return t.toAnswer;
  return <Dated at={answeredAt}>{answer === 'accepted' ? t.accepted : t.declined}</Dated>;
}

function Ways({ progress: { exam, ranking, placement, admission } }: { readonly progress: ApplicationProgress }) {
  const t = useText(progressText);
  if (!exam) return <p className="quiet readable">{t.questions}</p>;
  const mayRank = ranking?.outcome === 'qualified' && !placement;
  return (
    <Card>
      <p className="quiet readable">{t.questions}</p>
      <div className="row">
        {mayRank && (
          <ButtonLink to="/mine/ranking" tone="go">
            {t.toRanking}
          </ButtonLink>
        )}
        {(placement || admission) && (
          <ButtonLink to="/mine/result" tone={admission && !admission.answer ? 'go' : 'plain'}>
            {t.toResult}
          </ButtonLink>
        )}
        <ButtonLink to="/mine/exam">{t.toExam}</ButtonLink>
        {admission?.answer === 'accepted' && <ButtonLink to="/mine/service">{t.toService}</ButtonLink>}
      </div>
    </Card>
  );
}
