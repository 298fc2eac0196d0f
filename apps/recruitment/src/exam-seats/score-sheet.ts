import type { CellValue, ReadColumn } from '@xibu/documents';
import type { ScoreRow } from '@xibu/domain/recruitment/api';

/** 成绩表: ticket and score as printed on score sheets (86.5), or a mark for whoever was absent. */
export const scoreColumns: readonly ReadColumn[] = [
  { key: 'ticket', header: '准考证号', kind: 'text', isRequired: true },
  {
    key: 'score',
    header: '成绩',
    kind: 'text',
    aliases: ['分数', '总分'],
    check: (value) =>
      /^\d{1,3}(\.\d{1,2})?$|^缺考$/.test(String(value))
        ? undefined
        : { zh: '应为分数（最多两位小数）或“缺考”', en: 'must be a score with at most two decimals, or 缺考 (absent)' },
  },
  { key: 'absent', header: '缺考', kind: 'yes-no', aliases: ['是否缺考'] },
];

export function scoreRowOf({ ticket, score, absent }: Readonly<Record<string, CellValue>>): ScoreRow {
  const isAbsent = absent === true || score === '缺考';
  const [whole = '0', part = ''] = String(score ?? '').split('.');
  return {
    ticket: String(ticket),
    ...(isAbsent ? { isAbsent } : {}),
    ...(score === null || score === '缺考'
      ? {}
      : { scoreHundredths: Number(whole) * 100 + Number(part.padEnd(2, '0')) }),
  };
}
