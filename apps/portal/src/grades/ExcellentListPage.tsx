import type { ExcellentPool } from '@xibu/domain/assessment/api';
import { Link } from 'react-router';
import { useText } from '../language/language.js';
import { useSeason } from '../session/season.js';
import { useSession } from '../session/session.js';
import { Banner, Card, Explanation, Facts } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import { gradesText } from './grades.text.js';

const lists = '/api/assessment/excellent-lists';

/** 优秀名单: how many there may be, how many there are, and the two steps by two people (notice 3.3). */
export function ExcellentListPage() {
  const t = useText(gradesText);
  const { season, isPending, error, again } = useSeason();
  if (isPending || error) return <WaitingPage title={t.pool} error={error} retry={again} />;
  return (
    <ReadPage<ExcellentPool> title={t.pool} path={`${lists}/${season?.season ?? '0000-0000'}`} absent={t.none}>
      {(pool) => <Pool pool={pool} />}
    </ReadPage>
  );
}

function Pool({ pool }: { readonly pool: ExcellentPool }) {
  const t = useText(gradesText);
  const { may } = useSession();
  const path = (step: string) => () => `${lists}/${pool.season}/${step}`;
  const over = pool.excellent - pool.max;
  return (
    <>
      <p className="quiet readable">{t.poolIntro}</p>
      <Card>
        <Facts
          facts={[
            { label: t.onPost, value: pool.onPost },
            { label: t.max, value: pool.max },
            {
              label: t.excellent,
              value: (
                <Link to="/office/grades?grade=excellent" aria-label={`${pool.excellent} ${t.toList}`}>
                  {pool.excellent}
                </Link>
              ),
            },
            { label: t.leftOver, value: Math.max(0, -over) },
          ]}
        />
        {over > 0 && <Banner tone="bad" title={t.tooMany(over)} />}
        <Explanation clause={pool.clause}>
          <p>{t.poolIntro}</p>
        </Explanation>
        <div className="row">
          {may('grade.prepare') && (
            <StepButton
              subject={pool}
              step={{
                ...{ key: 'prepare', label: t.prepare, question: t.prepareQuestion, doLabel: t.prepareDo },
                ...{ done: t.prepared, path: path('prepare'), body: () => ({}) },
              }}
            />
          )}
          {may('grade.approve') && (
            <StepButton
              subject={pool}
              step={{
                ...{ key: 'approve', label: t.approve, question: t.approveQuestion, doLabel: t.approveDo },
                ...{ done: t.approved, path: path('approve'), body: () => ({}) },
              }}
            />
          )}
        </div>
      </Card>
    </>
  );
}
