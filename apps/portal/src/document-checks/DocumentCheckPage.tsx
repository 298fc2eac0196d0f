import type { DocumentCheck } from '@xibu/domain/recruitment/api';
import { useParams } from 'react-router';
import { addressOf } from '../api/client.js';
import { Name, useText } from '../language/language.js';
import { ButtonLink } from '../ui/Button.js';
import { Day } from '../ui/Day.js';
import { Banner, Card, Facts } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { checksText } from './checks.text.js';

const routes = {
  'confirmation-notice': '/api/recruitment/confirmations',
  'registration-form': '/api/recruitment/registration-forms',
} as const;

/** Where the code on a confirmation notice leads: genuine or not, for anybody who holds the paper. */
export function ConfirmationCheckPage() {
  return <DocumentCheckPage kind="confirmation-notice" />;
}

/** Where the code on a registration form leads. */
export function RegistrationFormCheckPage() {
  return <DocumentCheckPage kind="registration-form" />;
}

function DocumentCheckPage({ kind }: { readonly kind: keyof typeof routes }) {
  const t = useText(checksText);
  const { number = '', token = '' } = useParams();
  return (
    <ReadPage<DocumentCheck>
      title={t.titles[kind]}
      path={addressOf(`${routes[kind]}/${encodeURIComponent(number)}/check`, { token })}
    >
      {(check) => <Verdict check={check} />}
    </ReadPage>
  );
}

function Verdict({ check: { isValid, reason, number, holder, issuedOn } }: { readonly check: DocumentCheck }) {
  const t = useText(checksText);
  const problem = isValid ? null : (reason ?? 'unknown');
  return (
    <>
      {problem === null ? (
        <Banner tone="ok" title={`✓ ${t.isGenuine}`} />
      ) : (
        <Banner tone={problem === 'superseded' ? 'warn' : 'bad'} title={`× ${t.reasons[problem]}`}>
          <p>{t.next[problem]}</p>
        </Banner>
      )}
      <Card>
        <Facts
          facts={[
            { label: t.number, value: number },
            { label: t.holder, value: holder ? <Name>{holder}</Name> : '–' },
            { label: t.issuedOn, value: <Day of={issuedOn} /> },
          ]}
        />
        {isValid && <p className="quiet readable">{t.compare}</p>}
      </Card>
      {problem !== null && <ButtonLink to="/contacts">{t.contacts}</ButtonLink>}
    </>
  );
}
