import { mobilePhoneFaults, personNameFaults, Refusal, readMobilePhone, readPersonName } from '@xibu/domain';

/** What somebody typed about a person, put right or refused with the reason. */
export interface PersonDetails {
  readonly name: string;
  readonly loginName: string;
  readonly email: string | null;
  readonly mobile: string | null;
}

export interface GivenDetails {
  readonly name: string;
  readonly loginName: string;
  readonly email?: string;
  readonly mobile?: string;
}

export function readDetails(given: GivenDetails): PersonDetails {
  return {
    name: readName(given.name),
    loginName: readLoginName(given.loginName),
    email: given.email ? readEmail(given.email) : null,
    mobile: given.mobile ? readMobile(given.mobile) : null,
  };
}

/** Capital and small letters do not make two accounts; neither do full-width ones. */
export function loginKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

export function readMobile(text: string): string {
  const reading = readMobilePhone(text);
  if (reading.ok) return reading.number;
  throw new Refusal('account.mobile-invalid', { pointer: '/mobile', reason: mobilePhoneFaults[reading.reason].zh });
}

/** The address itself was looked at where it came in; here it gets one way of writing. */
export function readEmail(text: string): string {
  return loginKey(text);
}

function readName(text: string): string {
  const reading = readPersonName(text);
  if (reading.ok) return reading.name;
  const reason = personNameFaults[reading.reason].zh.replace('{character}', reading.character ?? '');
  throw new Refusal('account.name-invalid', { pointer: '/name', reason });
}

function readLoginName(text: string): string {
  const name = text.normalize('NFKC').trim();
  if (!/^[A-Za-z][A-Za-z0-9.-]{3,39}$/.test(name))
    throw new Refusal('account.login-invalid', { pointer: '/loginName' });
  return name;
}
