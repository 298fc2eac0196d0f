export type Language = 'zh' | 'en';

/** The language that was chosen in this browser, as the portal leaves it in a cookie; Chinese where nobody chose. */
export function chosenLanguage(cookies: string | undefined): Language {
  return /(?:^|;\s*)xibu-language=en(?:;|$)/.test(cookies ?? '') ? 'en' : 'zh';
}
