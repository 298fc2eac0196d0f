import type { CertificateView } from '@xibu/domain/assessment/api';
import { type FormEvent, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Name, useLanguage, useText } from '../language/language.js';
import { usualText } from '../office/usual.text.js';
import { Button, ButtonLink } from '../ui/Button.js';
import { Field } from '../ui/Field.js';
import { TextInput } from '../ui/inputs.js';
import { sayDay } from '../ui/legal-dates.js';
import { Banner, Card, Facts } from '../ui/notices.js';
import { PageHeading } from '../ui/PageHeading.js';
import { ReadPage } from '../ui/ReadPage.js';
import { certificatesText } from './certificates.text.js';

const check = '/api/assessment/certificates';

/** 核对服务证书: by the number that one types, or by the link of the printed code. */
export function CertificateCheckPage() {
  const t = useText(certificatesText);
  const { token } = useParams();
  const [search] = useSearchParams();
  const number = search.get('number');
  const path = token
    ? `${check}/check-token/${encodeURIComponent(token)}`
    : number
      ? `${check}/check/${encodeURIComponent(number)}`
      : null;
  if (!path) return <Ask />;
  return (
    <ReadPage<CertificateView> title={t.checkTitle} path={path} absent={t.unknown}>
      {(certificate) => <Verdict certificate={certificate} />}
    </ReadPage>
  );
}

function Ask() {
  const t = useText(certificatesText);
  const navigate = useNavigate();
  const [number, setNumber] = useState('');
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (number.trim()) void navigate(`/certificates?${new URLSearchParams({ number: number.trim() })}`);
  };
  return (
    <div className="page">
      <PageHeading title={t.checkTitle} />
      <Card>
        <form className="stack" onSubmit={go}>
          <p>{t.checkIntro}</p>
          <Field label={t.number}>{(tied) => <TextInput tied={tied} value={number} onChange={setNumber} />}</Field>
          <div>
            <Button tone="go" type="submit">
              {t.check}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}

function Verdict({ certificate: one }: { readonly certificate: CertificateView }) {
  const t = useText(certificatesText);
  const usual = useText(usualText);
  const { language } = useLanguage();
  const day = (date: string) => sayDay(date, language);
  return (
    <>
      <Banner tone={one.revoked ? 'bad' : 'ok'} title={one.revoked ? `× ${t.isRevoked}` : `✓ ${t.isValid}`}>
        {one.revokedReason && (
          <p>
            {t.reason} <Name>{one.revokedReason}</Name>
          </p>
        )}
      </Banner>
      <Card>
        <Facts
          facts={[
            { label: t.number, value: one.number },
            { label: t.holder, value: <Name>{one.holder}</Name> },
            { label: t.service, value: `${day(one.serviceFrom)} – ${day(one.serviceTo)}` },
            { label: t.days, value: one.serviceDays },
            { label: t.startOfWork, value: day(one.startOfWork) },
            { label: usual.grade, value: usual.grades[one.grade] },
            { label: t.issuedOn, value: day(one.issuedOn) },
          ]}
        />
      </Card>
      <ButtonLink to="/certificates">{t.again}</ButtonLink>
    </>
  );
}
