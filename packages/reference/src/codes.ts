import { byKey, cell, cellOrNull, rowsOf } from './tables.js';

/** A row of a small table of codes. */
export interface Code {
  readonly code: string;
  readonly name: string;
}

export interface EthnicGroup extends Code {
  /** The spelling of the standard, for instance `Mongol`. */
  readonly roman: string;
  /** Two letters, for instance `MG`. */
  readonly letterCode: string;
}

export interface Degree extends Code {
  readonly parentCode: string | null;
}

const readCode = (cells: Readonly<Record<string, string>>): Code => ({
  code: cell(cells, 'code'),
  name: cell(cells, 'name'),
});

/** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated. */
export const sexes = rowsOf('sex_codes.csv', readCode);
/** GB/T 2261.2-2003. */
export const maritalStatuses = rowsOf('marital_status.csv', readCode);
/** GB/T 4762-1984. */
export const politicalStatuses = rowsOf('political_status.csv', readCode);
/** GB/T 4658-2006; the codes ending in 0 are headings. */
export const educationLevels = rowsOf('education_levels.csv', readCode);

/** GB/T 3304-1991: the 56 ethnic groups. */
export const ethnicGroups = rowsOf(
  'ethnic_groups.csv',
  (cells): EthnicGroup => ({ ...readCode(cells), roman: cell(cells, 'roman'), letterCode: cell(cells, 'letter_code') }),
);

/** GB/T 6864-2003: 1 honorary doctor, 2 doctor, 3 master, 4 bachelor, and the degrees below them. */
export const degrees = rowsOf(
  'degree_codes.csv',
  (cells): Degree => ({ ...readCode(cells), parentCode: cellOrNull(cells, 'parent_code') }),
);

const tables = {
  sex: byKey<Code>(sexes, (row) => row.code),
  marital: byKey<Code>(maritalStatuses, (row) => row.code),
  political: byKey<Code>(politicalStatuses, (row) => row.code),
  education: byKey<Code>(educationLevels, (row) => row.code),
  ethnic: byKey<Code>(ethnicGroups, (row) => row.code),
  degree: byKey<Code>(degrees, (row) => row.code),
};

export type CodeTable = keyof typeof tables;

/** The Chinese name of a code, undefined for one that the table does not have. */
export function nameOfCode(table: CodeTable, code: string): string | undefined {
  return tables[table]().get(code)?.name;
}
