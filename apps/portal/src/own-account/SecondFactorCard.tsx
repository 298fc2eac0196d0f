import { useQuery } from '@tanstack/react-query';
import type { SecondFactorSecret } from '@xibu/domain/programme/api';
import { useState } from 'react';
import { post } from '../api/client.js';
import { useText } from '../language/language.js';
import { DialogButton } from '../ui/DialogButton.js';
import { FormCard } from '../ui/FormCard.js';
import type { FieldSpec } from '../ui/fields.js';
import { Card, Tag } from '../ui/notices.js';
import { StepButton } from '../ui/StepButton.js';
import { ownAccountText } from './own-account.text.js';

const path = '/api/programme/accounts/me/second-factor';

/** 动态验证码 of an office's account: set up with the password, in use from the first code that fits. */
export function SecondFactorCard({ inUse }: { readonly inUse: boolean }) {
  const t = useText(ownAccountText);
  const [secret, setSecret] = useState<SecondFactorSecret | null>(null);
  if (secret && !inUse) return <Secret secret={secret} />;
  return (
    <Card title={t.factor}>
      <p>
        <Tag tone={inUse ? 'ok' : 'warn'}>{inUse ? t.factorOn : t.factorOff}</Tag>
      </p>
      <p className="quiet readable">{inUse ? t.lostPhone : t.factorText}</p>
      <div>{inUse ? <Remove /> : <Enrol onSecret={setSecret} />}</div>
    </Card>
  );
}

function Enrol({ onSecret }: { onSecret(secret: SecondFactorSecret): void }) {
  const t = useText(ownAccountText);
  return (
    <DialogButton<SecondFactorSecret>
      label={t.enrol}
      title={t.enrolQuestion}
      fields={[{ key: 'password', label: t.oldPassword, kind: 'password', autoComplete: 'current-password' }]}
      doLabel={t.enrolNext}
      send={(values, keyFor) => post<SecondFactorSecret>(`${path}/enrol`, values, keyFor(values))}
      onDone={onSecret}
    />
  );
}

function Secret({ secret: { secret, uri } }: { readonly secret: SecondFactorSecret }) {
  const t = useText(ownAccountText);
  const { data: picture } = useQuery({
    queryKey: ['picture of', uri],
    queryFn: async () => {
      const { toDataURL } = await import('qrcode');
      return toDataURL(uri, { margin: 1, width: 220 });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <FormCard
      title={t.enrolQuestion}
      intro={
        <>
          <p>{t.scan}</p>
          {picture && <img src={picture} width={220} height={220} alt={t.scanAlt} />}
          <p className="quiet">{t.typeIn}</p>
          <p>
            <code className="digest">{inFours(secret)}</code>
          </p>
          <p className="quiet">{t.once}</p>
        </>
      }
      fields={[useCodeField()]}
      path={`${path}/confirm`}
      body={(values) => values}
      label={t.confirm}
      done={t.confirmed}
    />
  );
}

function Remove() {
  const t = useText(ownAccountText);
  return (
    <StepButton
      subject={null}
      step={{
        ...{ key: 'remove', tone: 'no', label: t.remove, question: t.removeQuestion, doLabel: t.removeDo },
        ...{ fields: [useCodeField()], done: t.removed, path: () => `${path}/remove`, body: (values) => values },
      }}
    />
  );
}

function useCodeField(): FieldSpec {
  const t = useText(ownAccountText);
  return {
    ...{ key: 'code', label: t.code, kind: 'text', autoComplete: 'one-time-code', maxLength: 10 },
    tidy: (value) => String(value).replaceAll(/\s/g, ''),
    check: (value) => (/^\d{6}$/.test(String(value).replaceAll(/\s/g, '')) ? null : t.codeWrong),
  };
}

/** Long keys are copied by hand in groups. */
function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}
