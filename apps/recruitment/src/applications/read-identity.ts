import { type IdentityNumber, identityNumberFaults, type LegalDate, Refusal, readIdentityNumber } from '@xibu/domain';
import { knowsDivision } from '@xibu/reference';

/** The identity number as it is stored, or a Refusal that says what is wrong with it (GB 11643-1999). */
export function readIdentity(text: string, today: LegalDate): IdentityNumber {
  const reading = readIdentityNumber(text, { today, knowsDivision });
  if (reading.ok) return reading;
  const { zh } = identityNumberFaults[reading.reason];
  throw new Refusal('application.identity-number-invalid', {
    pointer: '/identityNumber',
    reason: zh,
    clause: 'GB 11643-1999',
  });
}
