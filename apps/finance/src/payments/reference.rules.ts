import type { Month } from '@xibu/domain';
import { placeText } from '../adjustments/term-rows.rules.js';

/** `P`, the month, the county, and a serial within them: 19 digits that no other line ever has. */
export function referenceOf(month: Month, county: number, serial: number): string {
  return `P${month.replace('-', '')}${placeText(county)}${String(serial).padStart(7, '0')}`;
}

export function referencesFrom(month: Month, county: number, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => referenceOf(month, county, first + index));
}
