/** A mobile number of mainland China: eleven digits starting with 1. Which ranges exist changes too often to check. */
export type MobilePhoneReading =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly reason: MobilePhoneFault };

/** `form`: not eleven digits starting with 1. */
export type MobilePhoneFault = 'empty' | 'characters' | 'form';

/** Each reason in words for the person who typed the number. */
export const mobilePhoneFaults: Readonly<Record<MobilePhoneFault, { readonly zh: string; readonly en: string }>> = {
  empty: { zh: '请填写手机号码', en: 'The mobile number is missing' },
  characters: { zh: '手机号码只能包含数字', en: 'A mobile number consists of digits' },
  form: { zh: '手机号码应为11位且以1开头', en: 'A mobile number has 11 digits and starts with 1' },
};

/** Reads what somebody typed; blanks, hyphens, a leading +86 or 0086 and full-width digits are allowed. */
export function readMobilePhone(text: string): MobilePhoneReading {
  const number = text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF-]/gu, '')
    .replace(/^(\+86|0086)/, '');
  if (number === '') return { ok: false, reason: 'empty' };
  if (!/^\d+$/.test(number)) return { ok: false, reason: 'characters' };
  return /^1\d{10}$/.test(number) ? { ok: true, number } : { ok: false, reason: 'form' };
}

/** `138****5678`: enough to recognise one's own. */
export function maskMobilePhone(number: string): string {
  return number.length === 11 ? `${number.slice(0, 3)}****${number.slice(7)}` : '*'.repeat(number.length);
}
