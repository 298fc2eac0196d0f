import type { ApplicationProgress } from '@xibu/domain/recruitment/api';
import { applicationPath } from '../applications/applications.api.js';
import { Name, useLanguage, useText } from '../language/language.js';
import { sayScore } from '../office/usual.js';
import { ButtonLink } from '../ui/Button.js';
import { sayInstant } from '../ui/legal-dates.js';
import { Card, Explanation, Facts, Tag } from '../ui/notices.js';
import { OwnProgress } from './OwnProgress.js';
import { resultsText } from './results.text.js';

/** 准考证与成绩: where and when, then the score and what it means. */
export function ExamPage() {
  const t = useText(resultsText);
  return (
    <OwnProgress title={t.examTitle} absent={t.examNone} isAhead={({ exam }) => exam === null}>
      {({ exam, ranking, placement }, { id }) => (
        <>
          {exam && <Ticket exam={exam} pdf={`${applicationPath(id)}/ticket.pdf`} />}
          {exam && <Score exam={exam} ranking={ranking} placement={placement} />}
        </>
      )}
    </OwnProgress>
  );
}

interface TicketProps {
  readonly exam: NonNullable<ApplicationProgress['exam']>;
  readonly pdf: string;
}

function Ticket({ exam, pdf }: TicketProps) {
  const t = useText(resultsText);
  const { language } = useLanguage();
  return (
    <Card>
      <Facts
        facts={[
          { label: t.ticket, value: <b>{exam.ticket}</b> },
          { label: t.session, value: <Name>{exam.session}</Name> },
          { label: t.startsAt, value: sayInstant(exam.startsAt, language) },
          { label: t.site, value: <Name>{exam.site}</Name> },
          { label: t.address, value: <Name>{exam.address}</Name> },
          { label: t.seat, value: <Name>{resultsText.zh.seatOf(exam.room, exam.seat)}</Name> },
        ]}
      />
      <p>
        <a className="button go" href={pdf}>
          {t.pdf}
        </a>
      </p>
    </Card>
  );
}

type ScoreProps = Pick<ApplicationProgress, 'ranking' | 'placement'> & Pick<TicketProps, 'exam'>;

function Score({ exam, ranking, placement }: ScoreProps) {
  const t = useText(resultsText);
  const score = exam.isAbsent ? t.absent : (sayScore(exam.scoreHundredths) ?? t.scoreWait);
  return (
    <Card title={t.score}>
      <Facts
        facts={[
          { label: t.score, value: <b className="figure">{score}</b> },
          ...(ranking
            ? [
                { label: t.minimum, value: sayScore(ranking.minimumScoreHundredths) },
                ...(ranking.code ? [{ label: t.code, value: ranking.code }] : []),
              ]
            : []),
        ]}
      />
      {ranking && (
        <>
          <p>
            <Tag tone={ranking.outcome === 'qualified' ? 'ok' : 'bad'}>
              {ranking.outcome === 'qualified' ? t.qualified : t.notQualified}
            </Tag>
          </p>
          <Explanation clause="2.2.2">
            <p>{t.whyScore}</p>
            <p>{t.codeHint}</p>
          </Explanation>
          {ranking.outcome === 'qualified' && <NextPage isDecided={placement !== null} />}
        </>
      )}
    </Card>
  );
}

/** Posts are ranked until a round has decided; from then on its result is what one wants to see. */
function NextPage({ isDecided }: { readonly isDecided: boolean }) {
  const t = useText(resultsText);
  return isDecided ? (
    <ButtonLink to="/mine/result">{t.resultTitle}</ButtonLink>
  ) : (
    <ButtonLink to="/mine/ranking" tone="go">
      {t.toRanking}
    </ButtonLink>
  );
}
