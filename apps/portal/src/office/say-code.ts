import { type RefusalCode, refusals, sayRefusal } from '@xibu/domain/refusals';
import type { Language } from '../language/texts.js';

/** The sentence of a Refusal code, where a service answers only the code: one of many rows. */
export function sayCode(code: string | undefined, language: Language): string {
  return code && isRefusal(code) ? sayRefusal({ code, details: {} }, language) : (code ?? '–');
}

function isRefusal(code: string): code is RefusalCode {
  return code in refusals;
}
