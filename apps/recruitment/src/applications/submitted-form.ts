import { dateOf, maskName } from '@xibu/domain';
import { documentOf, type IssuedDocument } from '../documents/issued-document.js';
import type { Application } from './application.js';

/** The form on paper, as the register of documents knows it: its digest is the receipt of what was submitted. */
export function submittedForm(application: Application): IssuedDocument {
  const { number, form, receipt, submittedAt } = application;
  return documentOf(application, {
    kind: 'registration-form',
    number: number ?? '',
    holder: maskName(form.name ?? ''),
    digest: receipt ?? '',
    issuedOn: submittedAt ? dateOf(submittedAt) : '',
  });
}
