import { may } from '@xibu/domain/access';
import type { Grade } from '@xibu/domain/programme-terms';
import { countyColumn, reasonField } from '../office/usual.js';
import { usualText } from '../office/usual.text.js';
import { column, workPage } from '../office/WorkPage.js';
import { certificatesText } from './certificates.text.js';

const certificates = '/api/assessment/certificates';

/** A row as assessment answers it. */
export interface CertificateRow {
  readonly id: string;
  readonly number: string;
  readonly holder: string;
  readonly season: string;
  readonly county: number;
  readonly issuedOn: string;
  readonly grade: Grade;
  readonly revoked: boolean;
}

/** 服务证书: issued, checked, and where it must be, revoked. */
export const Certificates = workPage<(typeof certificatesText)['zh'], CertificateRow>(
  certificatesText,
  (t, { actor, language }) => ({
    title: t.title,
    intro: t.intro,
    source: { list: certificates, filters: {} },
    columns: [
      column('holder', t.holder, { kind: 'name' }),
      column('number', t.number, { sorts: true }),
      countyColumn<CertificateRow>(language),
      column('season', usualText[language].season),
      column('grade', usualText[language].grade, { value: ({ grade }) => usualText[language].grades[grade] }),
      column('issuedOn', t.issuedOn, { kind: 'date', sorts: true }),
      column('revoked', usualText[language].status, {
        kind: 'state',
        state: ({ revoked }) => (revoked ? { label: t.revokedTag, tone: 'bad' } : { label: t.valid, tone: 'ok' }),
      }),
    ],
    idOf: ({ id }) => id,
    nameOf: ({ holder }) => holder,
    steps: ({ revoked }) =>
      !revoked && may(actor, 'certificate.revoke')
        ? [
            {
              ...{ key: 'revoke', label: t.revoke, question: t.revokeQuestion, tone: 'no', done: t.revoked },
              fields: [reasonField(language)],
              path: ({ number }) => `${certificates}/${encodeURIComponent(number)}/revoke`,
              body: (values) => values,
            },
          ]
        : [],
    tools: may(actor, 'certificate.issue')
      ? [
          {
            ...{ key: 'issue', label: t.issue, question: t.issueQuestion, doLabel: t.issueDo, done: t.issued },
            fields: [{ key: 'ids', label: t.issueIds, hint: t.issueHint, kind: 'long' }],
            path: () => `${certificates}/bulk`,
            body: ({ ids }) => ({ volunteerIds: String(ids).split(/\s+/).filter(Boolean) }),
          },
        ]
      : [],
    empty: t.none,
  }),
);
