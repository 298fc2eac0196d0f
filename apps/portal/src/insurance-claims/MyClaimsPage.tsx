import type { ClaimView } from '@xibu/domain/finance/insurance-api';
import type { Page } from '../api/lists.js';
import { Name, useText } from '../language/language.js';
import { useActor } from '../session/session.js';
import { Day } from '../ui/Day.js';
import { FormCard } from '../ui/FormCard.js';
import { Card, Facts, Money, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { claimTones, linesOf, reportFields } from './claim-fields.js';
import { claimsText } from './claims.text.js';

const claims = '/api/finance/insurance-claims';
type Claim = Omit<ClaimView, 'words' | 'history'>;

/** 保险理赔 of a volunteer: report, hand in papers, see what came of it. */
export function MyClaimsPage() {
  const t = useText(claimsText);
  const { account: accountId } = useActor();
  return (
    <ReadPage<Page<Claim>> title={t.mineTitle} path={`${claims}?limit=50&sort=-happenedOn`}>
      {({ rows }) => (
        <>
          <p className="quiet readable">{t.mineIntro}</p>
          <Card title={t.history}>
            {rows.length === 0 ? (
              <p className="quiet">{t.mineNone}</p>
            ) : (
              rows.map((claim) => <OneClaim key={claim.id} claim={claim} />)
            )}
          </Card>
          <FormCard
            key={rows.length}
            title={t.report}
            fields={reportFields(t)}
            path={claims}
            body={(values) => ({ accountId, ...values })}
            label={t.send}
            done={t.sent}
          />
        </>
      )}
    </ReadPage>
  );
}

function OneClaim({ claim }: { readonly claim: Claim }) {
  const t = useText(claimsText);
  const mayAdd = claim.status === 'reported' || claim.status === 'documents';
  return (
    <section className="stack">
      <p className="row">
        <b>{t.kinds[claim.kind]}</b> <Day of={claim.happenedOn} />
        <Tag tone={claimTones[claim.status]}>{t.statuses[claim.status]}</Tag>
      </p>
      <Facts
        facts={[
          { label: t.claimed, value: <Money fen={claim.claimedFen} /> },
          ...(claim.paidFen === null ? [] : [{ label: t.paid, value: <Money fen={claim.paidFen} /> }]),
          ...(claim.paidOn ? [{ label: t.paidOn, value: <Day of={claim.paidOn} /> }] : []),
          ...(claim.reason ? [{ label: t.reason, value: <Name>{claim.reason}</Name> }] : []),
          {
            label: t.documents,
            value: claim.documents.length === 0 ? '–' : <Name>{claim.documents.join('、')}</Name>,
          },
        ]}
      />
      {mayAdd && (
        <div>
          <StepButton
            subject={claim}
            step={{
              ...{ key: 'documents', label: t.addDocuments, question: t.addQuestion, done: t.added },
              tone: claim.status === 'reported' ? 'go' : 'plain',
              fields: [{ key: 'documents', label: t.documentsField, hint: t.documentsHint, kind: 'long' }],
              path: ({ id }) => `${claims}/${id}/documents`,
              body: ({ documents }) => ({ documents: linesOf(documents) }),
            }}
          />
        </div>
      )}
    </section>
  );
}
