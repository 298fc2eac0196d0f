/**
 * The citizen identity number of GB 11643-1999: division (6 digits), birth date (8), order (3, odd = male), check
 * character (ISO 7064 MOD 11-2). Pure: the day and the table of divisions come in.
 */
export interface IdentityNumberContext {
  /** The day of the check in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
  /** What the table of GB/T 2260 says of a six-digit code; `onDate` is the birth date in the number. */
  knowsDivision(code: string, onDate: string): 'current' | 'retired' | 'unknown';
}

export interface IdentityNumber {
  /** 18 characters, half-width, the last one perhaps an upper-case X. */
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** GB/T 2261.1: 1 male, 2 female. */
  readonly sexCode: '1' | '2';
  readonly divisionCode: string;
  readonly divisionStatus: 'current' | 'retired' | 'unknown';
  /** Things a person should look at; none of them makes the number wrong. */
  readonly warnings: readonly IdentityNumberWarning[];
}

/**
 * `division-unknown`: neither a current nor a known former division; the list of former ones is not complete, so that
 * this is never a ground for turning somebody away. `residence-permit`: 81, 82, 83 begin the residence permits of
 * people from Hong Kong, Macao and Taiwan, which have the same form.
 */
export type IdentityNumberWarning = 'division-unknown' | 'residence-permit';

export type IdentityNumberFault =
  | 'empty'
  | 'first-generation'
  | 'length'
  | 'characters'
  | 'province'
  | 'birth-date-impossible'
  | 'birth-date-too-early'
  | 'birth-date-in-future'
  | 'checksum';

export type IdentityNumberReading =
  | ({ readonly ok: true } & IdentityNumber)
  | { readonly ok: false; readonly reason: IdentityNumberFault };

/** Each reason in words for the person who typed the number. */
export const identityNumberFaults: Readonly<Record<IdentityNumberFault, { readonly zh: string; readonly en: string }>> =
  {
    empty: { zh: '请填写公民身份号码', en: 'The identity number is missing' },
    'first-generation': {
      zh: '15位的第一代身份证号码已停用，请填写18位号码',
      en: 'The 15-digit number was withdrawn; give the 18-character one',
    },
    length: { zh: '公民身份号码应为18位', en: 'An identity number has 18 characters' },
    characters: {
      zh: '前17位应为数字，末位为数字或X',
      en: 'The first 17 characters are digits, the last one a digit or X',
    },
    province: { zh: '前两位不是省级行政区划代码', en: 'The first two digits name no province' },
    'birth-date-impossible': { zh: '号码中的出生日期不存在', en: 'The birth date in the number does not exist' },
    'birth-date-too-early': { zh: '号码中的出生日期过早', en: 'The birth date in the number is too long ago' },
    'birth-date-in-future': { zh: '号码中的出生日期晚于今天', en: 'The birth date in the number is in the future' },
    checksum: {
      zh: '校验码不符，请核对是否有输错的数字',
      en: 'The check character does not fit; a digit is probably mistyped',
    },
  };

/** The province numbers of GB/T 2260, and 83 for the residence permit of people from Taiwan. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** Nobody has grown older; whatever is earlier is a mistyped year. */
const oldestAge = 130;

/** Half-width, without blanks and invisible characters, X in upper case: what people paste, made comparable. */
export function normaliseIdentityNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]/gu, '')
    .toUpperCase();
}

/** Reads what somebody typed. The first thing that is wrong is the reason, from the outside inwards. */
export function readIdentityNumber(text: string, context: IdentityNumberContext): IdentityNumberReading {
  const number = normaliseIdentityNumber(text);
  const reason = formOf(number) ?? dateOf(number, context.today);
  if (reason) return { ok: false, reason };
  if (checkCharacter(number.slice(0, 17)) !== number[17]) return { ok: false, reason: 'checksum' };

  const birthDate = birthDateIn(number);
  const divisionCode = number.slice(0, 6);
  const divisionStatus = context.knowsDivision(divisionCode, birthDate);
  const warnings: IdentityNumberWarning[] = [];
  if (/^8[123]/.test(number)) warnings.push('residence-permit');
  else if (divisionStatus === 'unknown') warnings.push('division-unknown');
  const sexCode = Number(number[16]) % 2 === 1 ? '1' : '2';
  return { ok: true, number, birthDate, sexCode, divisionCode, divisionStatus, warnings };
}

function formOf(number: string): IdentityNumberFault | undefined {
  if (number === '') return 'empty';
  if (/^\d{15}$/.test(number)) return 'first-generation';
  if ([...number].length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters';
  return provinces.has(number.slice(0, 2)) ? undefined : 'province';
}

function dateOf(number: string, today: string): IdentityNumberFault | undefined {
  const birthDate = birthDateIn(number);
  if (!isCalendarDate(birthDate)) return 'birth-date-impossible';
  if (birthDate > today) return 'birth-date-in-future';
  return Number(birthDate.slice(0, 4)) < Number(today.slice(0, 4)) - oldestAge ? 'birth-date-too-early' : undefined;
}

function birthDateIn(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** Whether `YYYY-MM-DD` is a day of the Gregorian calendar. */
function isCalendarDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return year > 0 && day >= 1 && day <= days;
}

function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** Place of the prefecture and the last four characters stay; birth date and county do not show. */
export function maskIdentityNumber(number: string): string {
  const normal = normaliseIdentityNumber(number);
  return normal.length === 18 ? `${normal.slice(0, 4)}**********${normal.slice(14)}` : '*'.repeat(normal.length);
}

/**
 * A number with a right check character for a person who does not exist. Only for generated people: demonstrations,
 * tests, the season simulator. Never use it to complete or to guess the number of a real person. `division` is a
 * six-digit code, `birthDate` is `YYYY-MM-DD`, `order` is 0 to 999 (odd = male). Throws a RangeError otherwise.
 */
export function makeIdentityNumber(division: string, birthDate: string, order: number): string {
  if (!/^\d{6}$/.test(division)) throw new RangeError(`not a division code: ${division}`);
  if (!/^\d{4}-\d\d-\d\d$/.test(birthDate) || !isCalendarDate(birthDate)) {
    throw new RangeError(`not a date: ${birthDate}`);
  }
  if (!Number.isInteger(order) || order < 0 || order > 999) throw new RangeError(`not an order code: ${order}`);
  const first17 = `${division}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}
