import { identityNumberFaults, normaliseIdentityNumber, readIdentityNumber } from '@xibu/domain/identity-number';
import { mobilePhoneFaults, readMobilePhone } from '@xibu/domain/mobile-phone';
import { personNameFaults, readPersonName } from '@xibu/domain/person-name';
import type { Language } from '../language/texts.js';
import type { FieldSpec, FieldValue } from './fields.js';

type Checked = Required<Pick<FieldSpec, 'check' | 'tidy'>>;

/** A name as on the identity card; another dot than the middle one is put right. */
export function nameRules(language: Language): Checked {
  return {
    check: (value) => {
      const reading = readPersonName(String(value));
      if (reading.ok) return null;
      return personNameFaults[reading.reason][language].replace('{character}', reading.character ?? '');
    },
    tidy: (value) => {
      const reading = readPersonName(String(value));
      return reading.ok ? reading.name : value;
    },
  };
}

/** Eleven digits; blanks, hyphens and +86 may be typed. */
export function mobileRules(language: Language): Checked {
  return {
    check: (value) => {
      const reading = readMobilePhone(String(value));
      return reading.ok ? null : mobilePhoneFaults[reading.reason][language];
    },
    tidy: (value) => {
      const reading = readMobilePhone(String(value));
      return reading.ok ? reading.number : value;
    },
  };
}

/** `today` is the legal day; old division codes are not all on record, so that none is refused for its division. */
export function identityRules(language: Language, today: string): Checked {
  return {
    check: (value: FieldValue) => {
      const reading = readIdentityNumber(String(value), { today, knowsDivision: () => 'unknown' });
      return reading.ok ? null : identityNumberFaults[reading.reason][language];
    },
    tidy: (value) => normaliseIdentityNumber(String(value)),
  };
}
