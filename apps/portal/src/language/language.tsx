import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language, SameWords, Texts } from './texts.js';

interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined });

/** BCP 47 tag of each language, for `lang` attributes and Accept-Language. */
export const languageTags: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

const storedAs = 'xibu.language';
const languageCookie = 'xibu-language';

/** Chinese unless this browser has chosen English before. The choice stays on the device until somebody signs in. */
export function chosenLanguage(): Language {
  return localStorage.getItem(storedAs) === 'en' ? 'en' : 'zh';
}

/** Requests say the language of the document; the gateway, which draws the outline of a page, reads the cookie. */
export function sayLanguage(language: Language): void {
  document.documentElement.lang = languageTags[language];
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store of newer browsers is not everywhere.
  document.cookie = `${languageCookie}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

interface LanguageProviderProps {
  readonly first: Language;
  readonly children: ReactNode;
}

export function LanguageProvider({ first, children }: LanguageProviderProps) {
  const [language, setLanguage] = useState(first);
  const choice = useMemo(
    () => ({
      language,
      choose(next: Language) {
        // Before anything is read anew.
        sayLanguage(next);
        localStorage.setItem(storedAs, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** The language of an account counts where nobody has chosen on this device. */
export function useAdopt(preferred: Language | null): void {
  const { language, choose } = useLanguage();
  useEffect(() => {
    if (preferred && preferred !== language && localStorage.getItem(storedAs) === null) choose(preferred);
  }, [preferred, language, choose]);
}

/** The words of one table in the language of the reader. */
export function useText<Table>(table: Texts<Table>): SameWords<Table> {
  return table[useLanguage().language];
}

/**
 * A name that is written in Chinese in every language: of a person, an office, a place. Screen readers need to know
 * when they read it inside an English sentence (WCAG 3.1.2).
 */
export function Name({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  return language === 'zh' ? children : <span lang={languageTags.zh}>{children}</span>;
}
