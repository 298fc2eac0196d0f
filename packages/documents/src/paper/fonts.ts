import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Refusal } from '@xibu/domain';
import { create, type Font } from 'fontkit';

/** Noto Sans SC (OFL-1.1), embedded in every document so that it looks the same on every machine. */
export type Weight = 'regular' | 'bold';

const files: Readonly<Record<Weight, string>> = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

const loaded = new Map<Weight, Font>();
const printable = new Set<string>();

/** Read once: the parsed font is shared by all documents, each of which embeds only the characters it uses. */
export function fontOf(weight: Weight): Font {
  const known = loaded.get(weight);
  if (known) return known;
  const font = create(readFileSync(createRequire(import.meta.url).resolve(files[weight])));
  if (!('layout' in font)) throw new Error(`${files[weight]} is a collection, not one font`);
  loaded.set(weight, font);
  return font;
}

/** The characters of a text that cannot be printed, each once; ask before a name is accepted for a document. */
export function unprintableIn(text: string): readonly string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (printable.has(character) || character === '\n') continue;
    const code = character.codePointAt(0) ?? 0;
    if (fontOf('regular').hasGlyphForCodePoint(code) && fontOf('bold').hasGlyphForCodePoint(code)) {
      printable.add(character);
    } else missing.add(character);
  }
  return [...missing];
}

/** A character without a picture in the font would be an empty box on paper: an answer to whoever prints names it. */
export function mustBePrintable(text: string): void {
  const [character] = unprintableIn(text);
  if (character === undefined) return;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new Refusal('document.unprintable', { character, code: `U+${code}` });
}
