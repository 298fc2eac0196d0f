import type { Language } from '../language/texts.js';
import { moneyTermsText } from './money-terms.text.js';

export type TermKind = keyof (typeof moneyTermsText)['zh'];

/** The word of a code of the money side; programmes may add codes, which are then shown as they are. */
export function sayTerm(kind: TermKind, code: string, language: Language): string {
  const words: Readonly<Record<string, string>> = moneyTermsText[language][kind];
  return words[code] ?? code;
}

/** A component of pay; shares of social insurance are written `si-employer:pension`. */
export function sayComponent(code: string, language: Language): string {
  const [share = '', scheme] = code.split(':');
  if (scheme === undefined) return sayTerm('components', code, language);
  return `${sayTerm('insurance', share, language)} · ${sayTerm('schemes', scheme, language)}`;
}
