import { type LegalDate, maskIdentityNumber, readIdentityNumber } from '@xibu/domain';
import type { Sealing } from '@xibu/platform';
import { knowsDivision } from '@xibu/reference';
import type { Application } from '../applications/application.js';
import type { Person } from './admission.rules.js';

/** Opens the identity number for what it says of the person: sex, day of birth, and its masked form. */
export function personOf({ id, identitySealed }: Application, sealing: Sealing, today: LegalDate): Person {
  const number = identitySealed ? sealing.open(identitySealed) : '';
  const reading = readIdentityNumber(number, { today, knowsDivision });
  if (!reading.ok) throw new Error(`the identity number of application ${id} cannot be read: ${reading.reason}`);
  return { sex: reading.sexCode, birthDate: reading.birthDate, identityNumberMasked: maskIdentityNumber(number) };
}
