import { type SearchIndex, searchIndex } from './search.js';
import { cell, cellOrNull, once, rowsOf } from './tables.js';

/** A higher-education institution (普通高等学校). */
export interface University {
  /**
   * Stable: the ministry's ten-digit code where it is known, else the five-digit code, with the number of the province
   * behind it where several schools share that code (`10213-44`). Never derived from anything that may change.
   */
  readonly id: string;
  /** The ministry's ten digits (学校标识码), state of 2017; null for schools that came later. */
  readonly moeCode: string | null;
  /** The five digits used in admissions; not unique. */
  readonly code5: string;
  /** The name of today. */
  readonly name: string;
  /** The name of 2017 where it was another. */
  readonly formerName: string | null;
  readonly provinceCode: string;
  readonly province: string;
  readonly city: string;
  /** 主管部门. */
  readonly authority: string;
  /** 本科 or 专科. */
  readonly level: string;
  /** 民办, 中外合作办学, or empty. */
  readonly note: string;
  /** `listed`, or `gone` (merged, closed or raised under another code: not in the index of 2026). */
  readonly status: 'listed' | 'gone';
  readonly source: string;
}

export const universities = rowsOf('universities.csv', (cells): University => {
  const former = cell(cells, 'name');
  const name = cell(cells, 'name_2026') || former;
  return {
    id: cell(cells, 'id'),
    moeCode: cellOrNull(cells, 'moe_code'),
    code5: cell(cells, 'code5'),
    name,
    formerName: name === former ? null : former,
    provinceCode: cell(cells, 'province_code'),
    province: cell(cells, 'province'),
    city: cell(cells, 'city'),
    authority: cell(cells, 'authority'),
    level: cell(cells, 'level_2026') || cell(cells, 'level'),
    note: cell(cells, 'note'),
    status: cell(cells, 'status') === 'not in 2026 index' ? 'gone' : 'listed',
    source: cell(cells, 'source'),
  };
});

const byCode = once(() => {
  const found = new Map<string, University>();
  for (const row of universities()) if (!found.has(row.code5)) found.set(row.code5, row);
  for (const row of universities()) found.set(row.id, row);
  return found;
});

/** By id, or by five-digit code; of several that share one, the school that stood in the ministry's own list. */
export function university(code: string): University | undefined {
  return byCode().get(code);
}

/** The name of a university; the code itself where it is not in the list. */
export function universityName(code: string): string {
  return university(code)?.name ?? code;
}

const index = once(
  (): SearchIndex<University> =>
    searchIndex(universities(), {
      code: (row) => [row.id, row.code5],
      names: (row) => (row.formerName ? [row.name, row.formerName] : [row.name]),
      around: (row) => [row.province, row.city],
      weight: (row) => (row.status === 'listed' ? 0 : 1),
    }),
);

/** Universities by name (also the former one, also 内师大), code, pinyin or its initials, the best first. */
export function searchUniversities(
  text: string,
  options: { readonly limit?: number; readonly provinceCode?: string } = {},
): readonly University[] {
  return index().search(
    text,
    options.limit ?? 20,
    (row) => !options.provinceCode || row.provinceCode === options.provinceCode,
  );
}
