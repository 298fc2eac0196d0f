import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { useParams } from 'react-router';
import { Name, useText } from '../language/language.js';
import { ButtonLink } from '../ui/Button.js';
import { Card } from '../ui/notices.js';
import { ReadPage } from '../ui/ReadPage.js';
import { Revealing } from './Revealing.js';
import { revealText } from './reveal.text.js';

const applications = '/api/recruitment/applications';

/** 查看敏感信息 of one applicant: one field, with a reason, for the record. */
export function RevealPage() {
  const t = useText(revealText);
  const { id = '' } = useParams();
  const path = `${applications}/${encodeURIComponent(id)}`;
  const words: Readonly<Record<string, string>> = t.fields;
  return (
    <ReadPage<ApplicationView> title={t.title} path={path}>
      {({ form, number }) => (
        <>
          <h2>
            <Name>{form.name}</Name> {number}
          </h2>
          <p className="quiet readable">{t.intro}</p>
          <Card>
            <Revealing
              path={`${path}/reveal`}
              initial={{ field: 'identityNumber' }}
              whatIs={({ field }) => words[String(field)] ?? ''}
              fields={[
                {
                  ...{ key: 'field', label: t.field, kind: 'one-of' },
                  options: Object.entries(t.fields).map(([value, label]) => ({ value, label })),
                },
                { key: 'reason', label: t.reason, hint: t.reasonHint, kind: 'long', maxLength: 200 },
              ]}
            />
          </Card>
          <p>
            <ButtonLink to={`/office/applications/${id}`}>{t.back}</ButtonLink>
          </p>
        </>
      )}
    </ReadPage>
  );
}
