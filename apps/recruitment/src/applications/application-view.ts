import { maskIdentityNumber, maskMobilePhone, rfc3339 } from '@xibu/domain';
import type { ApplicationView, SaveDraftRequest } from '@xibu/domain/recruitment/api';
import type { Application } from './application.js';

export interface Viewer {
  /** The person themselves sees their own numbers whole; everybody else sees them masked. */
  readonly own: boolean;
  /** The identity number in the clear, when it was opened for this view. */
  readonly identityNumber?: string | null;
}

export function viewOf(application: Application, viewer: Viewer): ApplicationView {
  const { id, season, number, status, checks, reviews, confirmation, receipt, version } = application;
  return {
    ...{ id, season, number, status, checks, reviews, confirmation, receipt, version },
    form: viewer.own ? whole(application, viewer.identityNumber) : masked(application, viewer.identityNumber),
    submittedAt: application.submittedAt ? rfc3339(application.submittedAt) : null,
    updatedAt: rfc3339(application.updatedAt),
  };
}

function whole({ form }: Application, identityNumber: string | null | undefined): SaveDraftRequest {
  return identityNumber ? { ...form, identityNumber } : form;
}

function masked({ form }: Application, identityNumber: string | null | undefined): SaveDraftRequest {
  return {
    ...form,
    ...(identityNumber ? { identityNumber: maskIdentityNumber(identityNumber) } : {}),
    ...(form.mobile ? { mobile: maskMobilePhone(form.mobile) } : {}),
    ...(form.emergencyMobile ? { emergencyMobile: maskMobilePhone(form.emergencyMobile) } : {}),
  };
}
