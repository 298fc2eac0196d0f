import type { ReferenceRow } from '@xibu/domain/recruitment/api';
import {
  type Code,
  type Division,
  degrees,
  divisions,
  educationLevels,
  ethnicGroups,
  type Major,
  major,
  majors,
  parentsOf,
  politicalStatuses,
  searchDivisions,
  searchMajors,
  searchUniversities,
  type University,
  universities,
} from '@xibu/reference';
import type { DivisionsQuery, ReferenceQuery, UniversitiesQuery } from './reference.dto.js';

/** Universities of the ministry's list (notice 1: 《全国普通高校名单》), by name, code, pinyin or initials. */
export function lookUpUniversities({ q = '', limit, province }: UniversitiesQuery): ReferenceRow[] {
  const provinceCode = province?.padEnd(6, '0');
  const all = () => universities().filter((row) => !provinceCode || row.provinceCode === provinceCode);
  const found = q.trim() === '' ? all().slice(0, limit) : searchUniversities(q, { limit, provinceCode });
  return found.map(({ id, name, province: of, city }: University) => ({
    code: id,
    name,
    around: [...new Set([of, city])].join(' '),
  }));
}

export function lookUpMajors({ q = '', limit }: ReferenceQuery): ReferenceRow[] {
  const all = () => majors().filter(({ level }) => level === 'major');
  const found = q.trim() === '' ? all().slice(0, limit) : searchMajors(q, { limit, level: 'major' });
  return found.map(({ code, name, parentCode }: Major) => ({
    code,
    name,
    around: (parentCode && major(parentCode)?.name) || null,
  }));
}

export function lookUpDivisions({ q = '', limit, level, within }: DivisionsQuery): ReferenceRow[] {
  const start = within?.replace(/(00)+$/, '') ?? '';
  const all = () => divisions().filter((row) => (!level || row.level === level) && row.code.startsWith(start));
  const found = q.trim() === '' ? all().slice(0, limit) : searchDivisions(q, { limit, level, within });
  return found.map(({ code, name }: Division) => ({
    code,
    name,
    around:
      parentsOf(code)
        .map((parent) => parent.name)
        .join('') || null,
  }));
}

const smallTables = {
  'ethnic-groups': ethnicGroups,
  'political-status': politicalStatuses,
  'education-levels': educationLevels,
  degrees,
} as const;
export type SmallTable = keyof typeof smallTables;

/** Tables of a few dozen codes: by the beginning of the code, or any part of the name. */
export function lookUpCodes(table: SmallTable, { q = '', limit }: ReferenceQuery): ReferenceRow[] {
  const wanted = q.trim();
  const rows: readonly Code[] = smallTables[table]();
  return rows
    .filter(({ code, name }) => code.startsWith(wanted) || name.includes(wanted))
    .slice(0, limit)
    .map(({ code, name }) => ({ code, name, around: null }));
}
