import { isLegalDate, isMonth } from '@xibu/domain/dates';
import type { SameWords } from '../language/texts.js';
import type { fieldText } from './field.text.js';
import type { Option } from './inputs.js';

export type FieldValue = string | number | boolean | readonly string[] | undefined;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A name that a search found for a code. */
export type Found = Option;

interface FieldOfAnyKind {
  /** Name of the field in the body that is sent. */
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** What was typed, as it is sent: without blanks in a telephone number, with the right dot in a name. */
  tidy?(value: FieldValue): FieldValue;
  /** What else can be wrong with it, in words; null when nothing is. */
  check?(value: FieldValue): string | null;
}

/** One field of a form, told rather than drawn: dialogs, sign-up and filters are lists of these. */
export type FieldSpec = FieldOfAnyKind &
  (
    | {
        readonly kind: 'text' | 'tel' | 'email' | 'password';
        readonly maxLength?: number;
        readonly autoComplete?: string;
      }
    | { readonly kind: 'long'; readonly maxLength?: number }
    | { readonly kind: 'count'; readonly min?: number; readonly max?: number }
    /** Typed in yuan, kept in fen. */
    | { readonly kind: 'money' }
    | { readonly kind: 'date' | 'month' }
    /** Few: all in sight. Many: a list to open. */
    | { readonly kind: 'one-of' | 'choice'; readonly options: readonly Option[]; readonly asNumber?: boolean }
    | { readonly kind: 'any-of'; readonly options: readonly Option[] }
    | { readonly kind: 'yes-no' }
    /** `mustBeTrue` is what is said when it is not ticked. */
    | { readonly kind: 'check'; readonly note?: string; readonly mustBeTrue?: string }
    /** A code out of a long table, found while one types; `also` are further fields that the choice fills in. */
    | {
        readonly kind: 'find';
        /** Address of the search, which takes `q` and `limit`. */
        readonly path: string;
        readonly asNumber?: boolean;
        also?(found: Found): FieldValues;
      }
  );

type Words = SameWords<(typeof fieldText)['zh']>;

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function isEmpty(value: FieldValue): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** What is wrong with a value that is there; null for an empty one. */
export function malformed(spec: FieldSpec, value: FieldValue, t: Words): string | null {
  if (isEmpty(value)) return null;
  return malformedOfKind(spec, value, t) ?? spec.check?.(value) ?? null;
}

/** What is wrong, an answer that is missing included. */
export function faultOf(spec: FieldSpec, value: FieldValue, t: Words): string | null {
  if (spec.kind === 'check') return spec.mustBeTrue && value !== true ? spec.mustBeTrue : null;
  if (!isEmpty(value)) return malformed(spec, value, t);
  if (spec.optional) return null;
  const chosen = ['one-of', 'choice', 'any-of', 'find', 'yes-no'].includes(spec.kind);
  return chosen ? t.missingChoice(spec.label) : t.missing(spec.label);
}

function malformedOfKind(spec: FieldSpec, value: FieldValue, t: Words): string | null {
  const { label } = spec;
  switch (spec.kind) {
    case 'count':
      if (typeof value !== 'number') return t.notCount(label);
      if (spec.min !== undefined && value < spec.min) return t.tooSmall(label, spec.min);
      return spec.max !== undefined && value > spec.max ? t.tooLarge(label, spec.max) : null;
    case 'money':
      return typeof value === 'number' ? null : t.notMoney(label);
    case 'email':
      return email.test(String(value)) ? null : t.notEmail;
    case 'date':
      return isLegalDate(String(value)) ? null : t.notDate(label);
    case 'month':
      return isMonth(String(value)) ? null : t.notDate(label);
    case 'text':
    case 'long':
      return spec.maxLength && [...String(value)].length > spec.maxLength ? t.tooLong(label, spec.maxLength) : null;
    default:
      return null;
  }
}

/** Every value as it is sent. */
export function tidied(fields: readonly FieldSpec[], values: FieldValues): FieldValues {
  const tidy = (key: string, value: FieldValue) => {
    const spec = fields.find((field) => field.key === key);
    return isEmpty(value) || !spec?.tidy ? value : spec.tidy(value);
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, tidy(key, value)]));
}

/** `12` becomes 12; what is no whole number stays as it was typed, so that the field can say so. */
export function readCount(text: string): number | string | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return undefined;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : text;
}

/** `1,234.5` becomes 123450 fen; what is no amount stays as it was typed. */
export function readYuan(text: string): number | string | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s¥]/g, '');
  if (plain === '') return undefined;
  const [, whole = '', part = ''] = plain.match(/^(\d{1,12})(?:\.(\d{0,2}))?$/) ?? [];
  return whole === '' ? text : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
