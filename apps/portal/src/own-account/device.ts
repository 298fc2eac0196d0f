/** What a browser says of itself, as far as people recognise it: `Windows · Edge`; null when nothing is known. */
export function deviceIn(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const named = (names: readonly (readonly [RegExp, string])[]) => names.find(([mark]) => mark.test(userAgent))?.[1];
  const found = [named(systems), named(browsers)].filter((name) => name !== undefined);
  return found.length > 0 ? found.join(' · ') : null;
}

/** The first that fits counts: an iPad calls itself a Mac, Android calls itself Linux. */
const systems = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
] as const;

/** Everybody calls themselves Safari, most call themselves Chrome. */
const browsers = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/QQBrowser/, 'QQ'],
  [/Firefox/, 'Firefox'],
  [/Chrom(e|ium)/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const;
