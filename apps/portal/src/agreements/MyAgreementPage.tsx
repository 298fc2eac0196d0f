import { type AgreementView, agreementParties } from '@xibu/domain/placement/api';
import { useParams } from 'react-router';
import { Name, useLanguage, useText } from '../language/language.js';
import { usualText } from '../office/usual.text.js';
import { sayDay, sayInstant } from '../ui/legal-dates.js';
import { Card, Facts, Money, Tag } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { StepButton } from '../ui/StepButton.js';
import { agreementsText } from './agreements.text.js';

const agreements = '/api/placement/agreements';

/** 我的三方协议: what is agreed, who has signed, and one's own signature. */
export function MyAgreementPage() {
  const t = useText(agreementsText);
  const { id = '' } = useParams();
  return (
    <ReadPage<AgreementView> title={t.mine} path={`${agreements}/${encodeURIComponent(id)}`} absent={t.none}>
      {(agreement) => <Agreement agreement={agreement} />}
    </ReadPage>
  );
}

function Agreement({ agreement }: { readonly agreement: AgreementView }) {
  const t = useText(agreementsText);
  const usual = useText(usualText);
  const { language } = useLanguage();
  const { terms, signatures } = agreement;
  const day = (date: string) => sayDay(date, language);
  return (
    <>
      <Card title={agreement.agreementNumber}>
        <p>
          <Tag tone={agreement.status === 'signed' ? 'ok' : 'act'}>{t.statuses[agreement.status]}</Tag>
        </p>
        <Facts
          facts={[
            { label: t.post, value: <Name>{`${terms.unitName} · ${terms.postTitle}`}</Name> },
            { label: usual.special, value: usual.specials[terms.special] },
            { label: usual.project, value: usual.projects[terms.projectKind] },
            { label: t.term, value: `${day(agreement.from)} – ${day(agreement.to)}` },
            { label: t.duties, value: <Name>{terms.duties}</Name> },
            terms.providesBoardAndLodging
              ? { label: t.board, value: t.boardYes }
              : { label: t.cash, value: <Money fen={terms.cashMonthlyFen} /> },
          ]}
        />
        <p>
          <a href={`${agreements}/${agreement.id}/agreement.pdf`}>{t.pdf}</a>
        </p>
      </Card>
      <Card title={t.signatures}>
        <Facts
          facts={agreementParties.map((party) => {
            const signature = signatures[party];
            return {
              label: t.parties[party],
              value: signature ? (
                <>
                  <Name>{signature.by}</Name> · {sayInstant(signature.at, language)}
                </>
              ) : (
                t.notSigned
              ),
            };
          })}
        />
        {agreement.status === 'open' && !signatures.volunteer && (
          <StepButton
            subject={agreement}
            step={{
              ...{ key: 'sign', label: t.mineSign, question: t.mineQuestion, doLabel: t.sign, done: t.signed },
              fields: [{ key: 'read', label: t.mineRead, kind: 'check', mustBeTrue: t.mineReadMissing }],
              ...{ path: ({ id }) => `${agreements}/${id}/sign`, body: () => ({}) },
            }}
          />
        )}
      </Card>
    </>
  );
}
