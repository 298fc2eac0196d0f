/**
 * The number of a bank card or account that subsidies are paid to. Not every account that a bank accepts is a card with
 * a Luhn digit, so that a wrong one is a warning and the bank's confirmation decides.
 */
export type BankCardReading =
  | { readonly ok: true; readonly number: string; readonly warnings: readonly BankCardWarning[] }
  | { readonly ok: false; readonly reason: BankCardFault };

/** `luhn`: the last digit does not fit ISO/IEC 7812; a typing error, or an account that is not a card. */
export type BankCardWarning = 'luhn';

/** `length`: not 16 to 19 digits. */
export type BankCardFault = 'empty' | 'characters' | 'length';

/** Each reason in words for the person who typed the number. */
export const bankCardFaults: Readonly<Record<BankCardFault, { readonly zh: string; readonly en: string }>> = {
  empty: { zh: '请填写银行卡号', en: 'The bank card number is missing' },
  characters: { zh: '银行卡号只能包含数字', en: 'A bank card number consists of digits' },
  length: { zh: '银行卡号应为16至19位', en: 'A bank card number has 16 to 19 digits' },
};

/** Reads what somebody typed; blanks and hyphens between groups and full-width digits are allowed. */
export function readBankCard(text: string): BankCardReading {
  const number = text.normalize('NFKC').replace(/[\s\u200B-\u200F\u2060\uFEFF-]/gu, '');
  if (number === '') return { ok: false, reason: 'empty' };
  if (!/^\d+$/.test(number)) return { ok: false, reason: 'characters' };
  if (number.length < 16 || number.length > 19) return { ok: false, reason: 'length' };
  return { ok: true, number, warnings: luhnDigit(number.slice(0, -1)) === number.at(-1) ? [] : ['luhn'] };
}

/** The check digit that makes `digits` a number of ISO/IEC 7812. */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** The last four digits stay, which is what a bank prints on its own slips. */
export function maskBankCard(number: string): string {
  return (
    '*'.repeat(Math.max(0, number.length - 4)) + (number.length > 4 ? number.slice(-4) : '*'.repeat(number.length))
  );
}
