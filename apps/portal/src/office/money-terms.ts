import type { Language } from '../language/texts.js';
import type { FieldSpec } from '../ui/fields.js';
import { moneyTermsText } from './money-terms.text.js';
import { divisions } from './usual.js';
import { usualText } from './usual.text.js';

type Kind = keyof (typeof moneyTermsText)['zh'];

/** The word of a code of the money side; programmes may add codes, which are then shown as they are. */
export function sayTerm(kind: Kind, code: string, language: Language): string {
  const words: Readonly<Record<string, string>> = moneyTermsText[language][kind];
  return words[code] ?? code;
}

export function termOptions(kind: Kind, language: Language) {
  return Object.entries(moneyTermsText[language][kind]).map(([value, label]) => ({ value, label: `${label}` }));
}

/** Which county: found by its name, for offices that have several. */
export function countyField(language: Language, key = 'county'): FieldSpec {
  return { key, label: usualText[language].county, kind: 'find', path: `${divisions}?level=county`, asNumber: true };
}
