import type { Language } from '../language/texts.js';
import type { FieldSpec } from '../ui/fields.js';
import { moneyTermsText } from './money-terms.text.js';
import type { TermKind } from './say-term.js';
import { divisions } from './usual.js';
import { usualText } from './usual.text.js';

export { sayComponent, sayTerm } from './say-term.js';

export function termOptions(kind: TermKind, language: Language) {
  return Object.entries(moneyTermsText[language][kind]).map(([value, label]) => ({ value, label: `${label}` }));
}

/** Which county: found by its name, for offices that have several. */
export function countyField(language: Language, key = 'county'): FieldSpec {
  return { key, label: usualText[language].county, kind: 'find', path: `${divisions}?level=county`, asNumber: true };
}
