import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Link } from 'react-router';
import { useText } from '../language/language.js';
import { Card, Explanation, Facts } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { StepButton } from '../ui/StepButton.js';
import { ErrorState, Skeleton } from '../ui/states.js';
import { ApplicationWay } from './ApplicationWay.js';
import { mayWithdraw } from './application-way.js';
import { applicationPath, useMine } from './applications.api.js';
import { LaterSteps } from './LaterSteps.js';
import { mineText } from './mine.text.js';
import { NextCard } from './NextCard.js';

/** Where an applicant begins: one card with one button, and the way so far. */
export function MinePage() {
  const t = useText(mineText);
  const { data: application, error, isPending, refetch } = useMine();
  return (
    <div className="page two">
      <PageHeading title={t.title} />
      {error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : isPending ? (
        <Skeleton lines={8} />
      ) : (
        <>
          <NextCard application={application} />
          {application && (
            <div className="beside">
              <MyWay application={application} />
            </div>
          )}
          {application && <MyForm application={application} />}
          {application && <LaterSteps />}
        </>
      )}
    </div>
  );
}

function MyWay({ application }: { readonly application: ApplicationView }) {
  const t = useText(mineText);
  return (
    <Card title={t.way}>
      <ApplicationWay application={application} />
      <Explanation question={t.whyTwo} clause="2.2.3">
        <p>{t.whyTwoText}</p>
      </Explanation>
    </Card>
  );
}

function MyForm({ application }: { readonly application: ApplicationView }) {
  const t = useText(mineText);
  return (
    <Card title={t.application}>
      {application.number && <Facts facts={[{ label: t.number, value: application.number }]} />}
      <div className="row">
        {application.receipt && <Link to="/mine/receipt">{t.receipt}</Link>}
        {application.number && <a href={`${applicationPath(application.id)}/form.pdf`}>{t.pdf}</a>}
      </div>
      {mayWithdraw(application) && <Withdraw application={application} />}
    </Card>
  );
}

function Withdraw({ application }: { readonly application: ApplicationView }) {
  const t = useText(mineText);
  return (
    <div>
      <StepButton
        subject={application}
        step={{
          ...{ key: 'withdraw', label: t.withdraw, tone: 'no', question: t.withdrawQuestion, done: t.withdrawn },
          fields: [{ key: 'understood', label: t.withdrawCheck, kind: 'check', mustBeTrue: t.withdrawText }],
          path: ({ id }) => `${applicationPath(id)}/withdraw`,
          body: () => ({}),
        }}
      />
    </div>
  );
}
