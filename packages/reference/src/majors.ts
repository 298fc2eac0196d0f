import type { Special } from '@xibu/domain';
import { type SearchIndex, searchIndex } from './search.js';
import { byKey, cell, cellOrNull, once, rowsOf } from './tables.js';

export type MajorLevel = 'discipline' | 'class' | 'major';

/** A row of the undergraduate catalogue: 学科门类 (2 digits), 专业类 (4), 专业 (6). Vocational majors are not in it. */
export interface Major {
  /** Digits without the marks T and K. */
  readonly code: string;
  /** As the catalogue prints it, for instance `010103K`. */
  readonly printedCode: string;
  readonly name: string;
  readonly level: MajorLevel;
  readonly parentCode: string | null;
  /** T, 特设专业; null where the source does not say. */
  readonly isSpeciallySetUp: boolean | null;
  /** K, 国家控制布点专业. */
  readonly isStateControlled: boolean;
}

export const majors = rowsOf('majors.csv', (cells): Major => {
  const printedCode = cell(cells, 'code');
  const mark = cell(cells, 'special_T');
  return {
    code: printedCode.replace(/[TK]+$/, ''),
    printedCode,
    name: cell(cells, 'name'),
    level: cell(cells, 'level') as MajorLevel,
    parentCode: cellOrNull(cells, 'parent_code'),
    isSpeciallySetUp: mark === '' ? null : mark === 'Y',
    isStateControlled: printedCode.endsWith('K'),
  };
});

const byCode = byKey(majors, (row) => row.code);

/** By code, with or without the marks T and K. */
export function major(code: string): Major | undefined {
  return byCode().get(code.replace(/[TK]+$/, ''));
}

export function disciplines(): readonly Major[] {
  return majors().filter((row) => row.level === 'discipline');
}

/** The classes of a discipline, or the majors of a class. */
export function majorsBelow(code: string): readonly Major[] {
  return majors().filter((row) => row.parentCode === code);
}

const index = once(
  (): SearchIndex<Major> =>
    searchIndex(majors(), {
      code: (row) => [row.code],
      names: (row) => [row.name],
      around: (row) => {
        const parent = row.parentCode ? major(row.parentCode) : undefined;
        return parent ? [parent.name] : [];
      },
      weight: (row) => (row.level === 'major' ? 0 : 1),
    }),
);

export function searchMajors(
  text: string,
  options: { readonly limit?: number; readonly level?: MajorLevel } = {},
): readonly Major[] {
  return index().search(text, options.limit ?? 20, (row) => !options.level || row.level === options.level);
}

/** Which majors a special prefers: the words of annex 1 of 内团联发〔2023〕6号 mapped to codes. */
export interface PriorityMajor {
  readonly special: Special;
  /** The word of the notice, for instance 师范类. */
  readonly wording: string;
  readonly level: MajorLevel;
  readonly code: string;
  readonly name: string;
  /** `literal`, or `interpretation` where the word is no name of the catalogue. */
  readonly mapping: 'literal' | 'interpretation';
  /** 师范类 is a mark on the enrolled programme, no code: it counts only for those who have the mark. */
  readonly onlyTeacherTraining: boolean;
}

export const priorityMajors = rowsOf('priority_majors.csv', (cells): PriorityMajor => {
  const wording = cell(cells, 'wording_in_notice');
  return {
    special: cell(cells, 'special') as Special,
    wording,
    level: cell(cells, 'level') as MajorLevel,
    code: cell(cells, 'code'),
    name: cell(cells, 'name'),
    mapping: cell(cells, 'mapping') as PriorityMajor['mapping'],
    onlyTeacherTraining: wording === '师范类',
  };
});

export function priorityMajorsOf(special: Special): readonly PriorityMajor[] {
  return priorityMajors().filter((row) => row.special === special);
}

/**
 * The row by which somebody is preferred for a special, or undefined. Whoever is in teacher training (师范类) is preferred
 * where the notice says so, whatever the code of the major.
 */
export function priorityFor(
  special: Special,
  person: { readonly majorCode: string; readonly isTeacherTraining: boolean },
): PriorityMajor | undefined {
  const code = major(person.majorCode)?.code ?? person.majorCode;
  const rows = priorityMajorsOf(special);
  return (
    rows.find((row) => !row.onlyTeacherTraining && code.startsWith(row.code)) ??
    (person.isTeacherTraining ? rows.find((row) => row.onlyTeacherTraining) : undefined)
  );
}
