import { rfc3339 } from '@xibu/domain';
import type { NextAction } from '@xibu/domain/placement/api';
import type { Agreement } from '../agreements/agreement.js';
import { missingRegistration } from '../registrations/registration.rules.js';
import type { Volunteer } from './volunteer.js';

/** Closing instants of the windows in which a volunteer has something to do; null where none is announced. */
export interface Closing {
  readonly reportIn: Date | null;
  readonly agreement: Date | null;
  readonly secondRegistration: Date | null;
}

/** What this person has to do next, and until when; the next action first (an anxious reader has one question). */
export function nextActionOf(
  volunteer: Volunteer,
  open: Pick<Agreement, 'signatures'> | undefined,
  closing: Closing,
): NextAction {
  const next = (action: NextAction['action'], until: Date | null = null): NextAction => {
    return { action, until: until ? rfc3339(until) : null };
  };
  switch (volunteer.status) {
    case 'admitted':
      return next('report-in', closing.reportIn);
    case 'checked-in':
      return next('training');
    case 'trained':
      return next('await-dispatch');
    case 'left':
    case 'lost':
      return next('none');
    case 'overdue':
      return next('return-from-leave');
    default:
  }
  if (open && !open.signatures.volunteer) return next('sign-agreement', closing.agreement);
  if (volunteer.registration === null) return next('second-registration', closing.secondRegistration);
  if (missingRegistration(volunteer).length > 0) return next('confirm-bank-card', closing.secondRegistration);
  if (open) return next('await-signatures', closing.agreement);
  return volunteer.status === 'agreement-signed' ? next('await-on-post') : next('serve');
}
