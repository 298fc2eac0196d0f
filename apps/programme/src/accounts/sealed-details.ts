import type { Sealing } from '@xibu/platform';
import type { Account } from './account.js';
import type { SealedDetails } from './account.rules.js';
import { loginKey, type PersonDetails } from './person-details.rules.js';

export function sealDetails(sealing: Sealing, { loginName, email, mobile }: PersonDetails): SealedDetails {
  return {
    loginSealed: sealing.seal(loginName),
    loginIndex: sealing.blindIndex(loginKey(loginName)),
    emailSealed: email ? sealing.seal(email) : null,
    emailIndex: email ? sealing.blindIndex(loginKey(email)) : null,
    mobileSealed: mobile ? sealing.seal(mobile) : null,
  };
}

export function openDetails(
  sealing: Sealing,
  account: Pick<Account, 'name' | 'loginSealed' | 'emailSealed' | 'mobileSealed'>,
): PersonDetails {
  const { name, loginSealed, emailSealed, mobileSealed } = account;
  return {
    name,
    loginName: sealing.open(loginSealed),
    email: emailSealed ? sealing.open(emailSealed) : null,
    mobile: mobileSealed ? sealing.open(mobileSealed) : null,
  };
}

/** `s***@example.org`: enough to recognise one’s own. */
export function maskEmail(email: string): string {
  const at = email.indexOf('@');
  return `${email.slice(0, 1)}***${at < 0 ? '' : email.slice(at)}`;
}
