import type { ApplicationView, ReviewApplicationRequest } from '@xibu/domain/recruitment/api';
import type { Language } from '../language/texts.js';
import type { BulkAction } from '../office/definition.js';
import type { Decision } from '../office/review-definition.js';
import type { FieldSpec } from '../ui/fields.js';
import { applicationPath, applications } from './applications.api.js';
import { reviewText } from './review.text.js';

function reasonField(language: Language): FieldSpec {
  const t = reviewText[language];
  return { key: 'opinion', label: t.reason, hint: t.reasonHint, kind: 'long', maxLength: 500 };
}

/** Pass, return, reject: what a reviewer of either stage can decide. */
export function decisionsOf(stage: 'faculty' | 'university', language: Language): readonly Decision<ApplicationView>[] {
  const t = reviewText[language];
  const path = ({ id }: ApplicationView) => `${applicationPath(id)}/${stage}-review`;
  const reason = reasonField(language);
  const no =
    (decision: 'return' | 'reject') =>
    (values: Readonly<Record<string, unknown>>): ReviewApplicationRequest => ({
      decision,
      opinion: String(values['opinion'] ?? ''),
    });
  return [
    {
      ...{
        key: 'reject',
        shortcut: 'x',
        label: t.reject,
        tone: 'no',
        question: t.rejectQuestion,
        doLabel: t.rejectDo,
        done: t.rejected,
      },
      ...{ fields: [reason], path, body: no('reject') },
    },
    {
      ...{
        key: 'return',
        shortcut: 'r',
        label: t.return,
        tone: 'plain',
        question: t.returnQuestion,
        doLabel: t.returnDo,
        done: t.returned,
      },
      ...{ fields: [reason], path, body: no('return') },
    },
    {
      ...{ key: 'pass', shortcut: 'a', label: t.pass, tone: 'go', done: t.passed, path },
      body: ({ talked }): ReviewApplicationRequest => ({
        ...{ decision: 'pass', opinion: '' },
        ...(stage === 'faculty' && { talked: talked === true }),
      }),
    },
  ];
}

const bulkPath = `${applications}/bulk-review`;

/** The faculty talks with each one before passing, so that only returning is done for many at once there. */
export function bulkReturn(language: Language): BulkAction {
  const t = reviewText[language];
  return {
    ...{ key: 'return', label: t.bulkReturn, tone: 'plain', question: t.bulkReturnQuestion, path: bulkPath },
    doLabel: t.bulkReturnDo,
    fields: [reasonField(language)],
    body: (ids, { opinion }) => ({ ids, decision: 'return', opinion: String(opinion ?? '') }),
  };
}

export function bulkPass(language: Language): BulkAction {
  const t = reviewText[language];
  return {
    ...{ key: 'pass', label: t.bulkPass, tone: 'go', question: t.bulkPassQuestion, path: bulkPath },
    doLabel: t.bulkPassDo,
    fields: [{ key: 'opinion', label: t.opinion, hint: t.opinionHint, kind: 'long', maxLength: 500, optional: true }],
    body: (ids, { opinion }) => ({ ids, decision: 'pass', opinion: String(opinion ?? '') }),
  };
}
