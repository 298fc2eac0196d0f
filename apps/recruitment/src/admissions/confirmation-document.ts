import { contentDigest } from '@xibu/documents';
import { dateOf, maskName } from '@xibu/domain';
import type { Application } from '../applications/application.js';
import { documentOf, type IssuedDocument } from '../documents/issued-document.js';
import type { Admission } from './admission.js';

/** 《确认通知书》 as the register of documents knows it: digested are the person, the post and the place. */
export function confirmationDocument(application: Application, admission: Admission): IssuedDocument {
  const { confirmationNumber: number, season, university, postId, county, admittedAt } = admission;
  const name = application.form.name ?? '';
  return documentOf(application, {
    ...{ kind: 'confirmation-notice', number, holder: maskName(name) },
    ...{ digest: contentDigest({ number, season, name, university, postId, county }), issuedOn: dateOf(admittedAt) },
  });
}
