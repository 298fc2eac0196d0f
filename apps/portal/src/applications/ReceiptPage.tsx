import { useLanguage, useText } from '../language/language.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { sayInstant } from '../ui/legal-dates.js';
import { Banner, Card, Facts } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { EmptyState } from '../ui/states.js';
import { WaitingPage } from '../ui/WaitingPage.js';
import { applicationPath, useMine } from './applications.api.js';
import { mineText } from './mine.text.js';

/** What was submitted and when, with the code that proves it, and what comes next. */
export function ReceiptPage() {
  const t = useText(mineText);
  const { language } = useLanguage();
  const { data: application, error, isPending, refetch } = useMine();
  if (error || isPending) return <WaitingPage title={t.receiptTitle} error={error} retry={() => void refetch()} />;
  const proof = application?.proof;
  return (
    <div className="page">
      <PageHeading title={t.receiptTitle} />
      {application?.receipt && application.submittedAt ? (
        <>
          <Banner tone="ok" title={`✓ ${t.receiptDone}`} />
          <Card>
            <Facts
              facts={[
                { label: t.number, value: <b>{application.number}</b> },
                { label: t.submittedAt, value: sayInstant(application.submittedAt, language) },
                { label: t.receiptCode, value: <code>{application.receipt}</code> },
                ...(proof
                  ? [
                      { label: t.signedReceipt, value: <code>{proof.signed}</code> },
                      { label: t.receiptSalt, value: <code>{proof.salt}</code> },
                    ]
                  : []),
              ]}
            />
            <p className="small">{t.receiptHint}</p>
            {proof && <p className="small">{t.signedHint}</p>}
            <div className="row">
              <Button onClick={() => window.print()}>{t.print}</Button>
              <a href={`${applicationPath(application.id)}/form.pdf`}>{t.pdf}</a>
            </div>
          </Card>
          <Card title={t.next}>
            <ol className="numbered">
              <li>{t.next1}</li>
              <li>{t.next2}</li>
              <li>{t.next3}</li>
            </ol>
          </Card>
        </>
      ) : (
        <EmptyState title={t.noReceipt}>{t.noReceiptText}</EmptyState>
      )}
      <p>
        <ButtonLink to="/mine" tone="go">
          {t.toMine}
        </ButtonLink>
      </p>
    </div>
  );
}
