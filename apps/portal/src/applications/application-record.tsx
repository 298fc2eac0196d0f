import { may } from '@xibu/domain/access';
import type { ApplicationView } from '@xibu/domain/recruitment/api';
import { Name } from '../language/language.js';
import { recordPage } from '../office/RecordPage.js';
import { sayInstant } from '../ui/legal-dates.js';
import { ApplicationFacts, Checks, historyOf } from './ApplicationDetail.js';
import { stateOfApplication } from './application-rows.js';
import { applicationPath } from './applications.api.js';
import { formText } from './form.text.js';
import { formSteps } from './form-steps.js';
import { reviewText } from './review.text.js';
import { decisionsOf } from './review-decisions.js';

/** One application, for every office in whose scope it is; a university may decide from here as well. */
export const ApplicationRecord = recordPage<(typeof reviewText)['zh'], ApplicationView>(
  reviewText,
  (t, { actor, language }) => ({
    path: applicationPath,
    title: ({ form, number }) => form.name ?? number ?? '',
    titleIsName: true,
    state: ({ status }) => stateOfApplication(status, language),
    summary: ({ form, number, submittedAt }) => [
      { label: t.number, value: number ?? t.notGiven },
      { label: t.submittedAt, value: submittedAt ? sayInstant(submittedAt, language) : t.notGiven },
      { label: t.faculty, value: <Name>{form.faculty ?? t.notGiven}</Name> },
      { label: t.major, value: <Name>{form.majorName ?? t.notGiven}</Name> },
    ],
    steps: ({ status }) =>
      status === 'faculty-passed' && actor.roles.some((role) => role.startsWith('university.'))
        ? decisionsOf('university', language).map((step) => (step.key === 'pass' ? { ...step, label: t.passDo } : step))
        : [],
    sections: (application) => [
      ...(application.checks.length > 0 ? [{ title: t.checks, content: <Checks checks={application.checks} /> }] : []),
      ...formSteps.map((step) => ({
        title: formText[language][step],
        content: <ApplicationFacts application={application} step={step} />,
      })),
    ],
    history: (application) => historyOf(application, language),
    documents: ({ id, number }) => [
      ...(number ? [{ label: t.form, href: `${applicationPath(id)}/form.pdf` }] : []),
      ...(may(actor, 'application.reveal') ? [{ label: t.toReveal, href: `/office/applications/${id}/reveal` }] : []),
    ],
  }),
);
