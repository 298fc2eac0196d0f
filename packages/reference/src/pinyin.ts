import { pinyin } from 'pinyin-pro';
import { cell, once, rowsOf } from './tables.js';

export interface PinyinReading {
  /** First letters, `nmgsfdx`. */
  readonly initials: string;
  /** Everything without tones and blanks, `neimenggushifandaxue`. */
  readonly full: string;
}

const corrections = once(
  () =>
    new Map(
      rowsOf('pinyin_corrections.csv', (cells) => ({
        text: cell(cells, 'text'),
        syllables: cell(cells, 'pinyin').split(' '),
      }))().map(({ text, syllables }) => [text, syllables]),
    ),
);

/**
 * How a Chinese name is read, without tones. Place names have readings of their own (单县 is Shanxian); where the
 * dictionary does not know one, the correction comes first and the everyday reading stays findable behind it.
 */
export function readingsOf(text: string): readonly PinyinReading[] {
  const everyday = pinyin(text, { toneType: 'none', type: 'array', v: true });
  const corrected = correct(text, everyday);
  return corrected ? [joined(corrected), joined(everyday)] : [joined(everyday)];
}

function correct(text: string, everyday: readonly string[]): string[] | undefined {
  const characters = [...text];
  if (characters.length !== everyday.length) return undefined;
  let corrected: string[] | undefined;
  for (const [wrong, syllables] of corrections()) {
    const at = text.indexOf(wrong);
    if (at < 0) continue;
    corrected ??= [...everyday];
    corrected.splice([...text.slice(0, at)].length, syllables.length, ...syllables);
  }
  return corrected;
}

function joined(syllables: readonly string[]): PinyinReading {
  const words = syllables.map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''));
  return { initials: words.map((word) => word.charAt(0)).join(''), full: words.join('') };
}
