import { type DivisionRange, rangeOf as rangeOfNumber } from '@xibu/domain';
import { type SearchIndex, searchIndex } from './search.js';
import { byKey, cell, cellOrNull, once, rowsOf } from './tables.js';

/** The state of the table: a former division whose last day is not known was gone by then. */
export const divisionsAsOf = '2024-12-31';

export type DivisionLevel = 'province' | 'prefecture' | 'county';

/** A division of GB/T 2260. Districts of a municipality and directly administered counties have the province as parent. */
export interface Division {
  /** Six digits. */
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly parentCode: string | null;
  /** For instance `league`, `banner`, `district`, `county_level_city_direct`, `xpcc`. */
  readonly kind: string;
  /** `YYYY-MM-DD`; null where the table does not say. */
  readonly validFrom: string | null;
  /** The first day on which it no longer holds; null while it does. */
  readonly validTo: string | null;
}

/** A code that occurs in identity numbers and is gone today; the list is probably not complete. */
export interface RetiredDivision {
  readonly code: string;
  /** With the names of the divisions above it, as they were. */
  readonly name: string;
  readonly provinceCode: string;
  readonly source: string;
}

function readDivision(cells: Readonly<Record<string, string>>): Division {
  return {
    code: cell(cells, 'code'),
    name: cell(cells, 'name'),
    level: cell(cells, 'level') as DivisionLevel,
    parentCode: cellOrNull(cells, 'parent_code'),
    kind: cell(cells, 'kind'),
    validFrom: cells.valid_from || null,
    validTo: cells.valid_to || null,
  };
}

/** The 3,213 divisions of GB/T 2260 in the order of their codes. */
export const divisions = rowsOf('divisions.csv', readDivision);

/** What the programme treats as a division though the standard gives it no code: XPCC (兵团) as 660000. */
export const extensionDivisions = rowsOf('divisions_extension.csv', readDivision);

export const retiredDivisions = rowsOf(
  'divisions_retired.csv',
  (cells): RetiredDivision => ({
    code: cell(cells, 'code'),
    name: cell(cells, 'name'),
    provinceCode: cell(cells, 'province_code'),
    source: cell(cells, 'source'),
  }),
);

const byCode = byKey(
  () => [...divisions(), ...extensionDivisions()],
  (row) => row.code,
);
const retiredByCode = byKey(retiredDivisions, (row) => row.code);

/** The division of today, or of the extension. */
export function division(code: string): Division | undefined {
  return byCode().get(code);
}

export function retiredDivision(code: string): RetiredDivision | undefined {
  return retiredByCode().get(code);
}

/**
 * What a code stood for on a day (`YYYY-MM-DD`). Most rows carry no dates: a current one then holds always, a former one
 * until {@link divisionsAsOf}.
 */
export function divisionOn(
  code: string,
  date: string,
): { readonly code: string; readonly name: string; readonly status: 'current' | 'retired' } | undefined {
  const today = division(code);
  if (today && (today.validFrom ?? '') <= date && (today.validTo === null || date < today.validTo)) {
    return { code, name: today.name, status: today.validTo === null ? 'current' : 'retired' };
  }
  const former = retiredDivision(code);
  return former && date <= divisionsAsOf ? { code, name: former.name, status: 'retired' } : undefined;
}

/**
 * Whether a code may stand in an identity number. No dates are looked at: a number is given out after birth, so that a
 * division younger than its bearer is in order.
 */
export function knowsDivision(code: string): 'current' | 'retired' | 'unknown' {
  if (byCode().get(code)?.validTo === null) return 'current';
  return byCode().has(code) || retiredByCode().has(code) ? 'retired' : 'unknown';
}

/** The divisions above one, the province first; empty for a province or an unknown code. */
export function parentsOf(code: string): readonly Division[] {
  const parentCode = division(code)?.parentCode;
  const parent = parentCode ? division(parentCode) : undefined;
  return parent ? [...parentsOf(parent.code), parent] : [];
}

const childrenByCode = once(() => {
  const children = new Map<string, Division[]>();
  for (const row of divisions()) {
    if (row.parentCode === null) continue;
    const siblings = children.get(row.parentCode);
    if (siblings) siblings.push(row);
    else children.set(row.parentCode, [row]);
  }
  return children;
});

/** The divisions directly below one, in the order of their codes. */
export function childrenOf(code: string): readonly Division[] {
  return childrenByCode().get(code) ?? [];
}

export function provinces(): readonly Division[] {
  return divisions().filter((row) => row.level === 'province');
}

/** The name alone (`科尔沁右翼前旗`); of a former division its full old name; undefined for an unknown code. */
export function divisionName(code: string): string | undefined {
  return division(code)?.name ?? retiredDivision(code)?.name;
}

/** The name with all above it (`内蒙古自治区兴安盟科尔沁右翼前旗`). */
export function divisionPath(code: string): string | undefined {
  const own = division(code);
  if (!own) return retiredDivision(code)?.name;
  return [...parentsOf(code), own].map((row) => row.name).join('');
}

/** The six-digit numbers in a division, both ends included: 150000 → [150000, 159999], 152200 → [152200, 152299]. */
export function rangeOf(code: string): readonly [from: number, to: number] {
  if (!/^\d{6}$/.test(code)) throw new RangeError(`not a division code: ${code}`);
  const { from, to }: DivisionRange = rangeOfNumber(Number(code));
  return [from, to];
}

const levelWeight: Readonly<Record<DivisionLevel, number>> = { province: 0, prefecture: 1, county: 2 };

const index = once(
  (): SearchIndex<Division> =>
    searchIndex([...divisions(), ...extensionDivisions()], {
      code: (row) => [row.code],
      names: (row) => [row.name],
      around: (row) => parentsOf(row.code).map((parent) => parent.name),
      weight: (row) => levelWeight[row.level],
    }),
);

/**
 * Divisions by name, code, pinyin or its initials, the best first. Several words narrow down (`赤峰 左旗`); `within` keeps
 * to one division and `level` to one level.
 */
export function searchDivisions(
  text: string,
  options: { readonly limit?: number; readonly level?: DivisionLevel; readonly within?: string } = {},
): readonly Division[] {
  const [from, to] = options.within ? rangeOf(options.within) : [0, 999_999];
  return index().search(text, options.limit ?? 20, (row) => {
    const code = Number(row.code);
    return (!options.level || row.level === options.level) && code >= from && code <= to;
  });
}
