import type { Language } from '../language/texts.js';
import type { FieldSpec } from '../ui/fields.js';
import type { Tone } from '../ui/notices.js';
import type { Column } from './columns.js';
import { usualText } from './usual.text.js';
import { column } from './WorkPage.js';

/** The table of divisions, by which codes of counties are read. */
export const divisions = '/api/recruitment/reference/divisions';
export const universities = '/api/recruitment/reference/universities';

export const asCounty = { kind: 'code', path: divisions } as const;

/** A column with the name of a county. */
export function countyColumn<Row extends { readonly county: number }>(language: Language): Column<Row> {
  return column<Row>('county', usualText[language].county, asCounty);
}

/** Why; every decision that is not a plain yes needs it. */
export function reasonField(language: Language, key = 'reason'): FieldSpec {
  return { key, label: usualText[language].reason, kind: 'long', maxLength: 1000 };
}

/** A state in its own words, told by its code; codes without a tone are plain. */
export function stateOf<Code extends string>(
  words: Readonly<Record<Code, string>>,
  tones: Readonly<Record<string, Tone>>,
) {
  return (code: Code) => ({ label: words[code], tone: tones[code] ?? ('plain' as const) });
}

/** Codes as answers of a filter or a form. */
export function optionsOf<Code extends string>(words: Readonly<Record<Code, string>>, codes?: readonly Code[]) {
  return (codes ?? (Object.keys(words) as Code[])).map((value) => ({ value, label: words[value] }));
}

export function yesNo(language: Language, value: boolean): string {
  return usualText[language][value ? 'yes' : 'no'];
}

/** 8650 becomes 86.50. */
export function sayScore(hundredths: number | null): string | null {
  return hundredths === null ? null : (hundredths / 100).toFixed(2);
}
