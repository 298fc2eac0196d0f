import { byKey, cell, cellOrNull, rowsOf } from './tables.js';

/** A county in the list of hardship and remote areas (艰苦边远地区, 国人部发〔2006〕61号). */
export interface HardshipArea {
  /** Null for the one county of the list that exists no more (东山区). */
  readonly code: string | null;
  readonly name: string;
  readonly provinceCode: string;
  /** 1 to 6; null where the annex could not be read: a person must enter it, it must not be guessed. */
  readonly category: number | null;
}

/** A national key county for rural revitalisation (国家乡村振兴重点帮扶县); 93 of the 160 are in the table. */
export interface KeyCounty {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly validFrom: string;
  /** The first day on which it no longer holds. */
  readonly validTo: string;
}

/** A province that receives volunteers, with how sure that is. A starting point for the list of a year, not the list. */
export interface ProgrammeProvince {
  /** 660000 for XPCC. */
  readonly code: string;
  readonly name: string;
  readonly group: string;
  /** `yes`, or in words why it is not certain. */
  readonly nationalProject: string;
  /** The parts that receive volunteers where it is not the whole. */
  readonly areas: string | null;
  readonly confidence: string;
}

export const hardshipAreas = rowsOf(
  'hardship_areas.csv',
  (cells): HardshipArea => ({
    code: cellOrNull(cells, 'code'),
    name: cell(cells, 'name'),
    provinceCode: cell(cells, 'province_code'),
    category: cell(cells, 'category') === '' ? null : Number(cells.category),
  }),
);

export const keyCounties = rowsOf(
  'key_counties.csv',
  (cells): KeyCounty => ({
    code: cell(cells, 'code'),
    name: cell(cells, 'name'),
    provinceCode: cell(cells, 'province_code'),
    validFrom: cell(cells, 'valid_from'),
    validTo: cell(cells, 'valid_to'),
  }),
);

export const programmeProvinces = rowsOf(
  'programme_provinces.csv',
  (cells): ProgrammeProvince => ({
    code: cell(cells, 'code'),
    name: cell(cells, 'name'),
    group: cell(cells, 'region_group'),
    nationalProject: cell(cells, 'national_project'),
    areas: cellOrNull(cells, 'areas'),
    confidence: cell(cells, 'confidence'),
  }),
);

const hardshipByCode = byKey(hardshipAreas, (row) => row.code ?? row.name);
const keyByCode = byKey(keyCounties, (row) => row.code);

/** 1 to 6, null where it is not known, undefined where the county is not in the table at all. */
export function hardshipCategory(countyCode: string): number | null | undefined {
  return hardshipByCode().get(countyCode)?.category;
}

/** Whether a county is in the known part of the list on a day, `YYYY-MM-DD`. */
export function isKeyCounty(countyCode: string, date: string): boolean {
  const row = keyByCode().get(countyCode);
  return row !== undefined && row.validFrom <= date && date < row.validTo;
}
