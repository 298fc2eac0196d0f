import type { CellValue, ReadColumn } from '@xibu/documents';
import type { HealthResultRow } from '@xibu/domain/recruitment/api';

/** 体检结果: the application, passed or not, and the hospital's conclusion. */
export const healthColumns: readonly ReadColumn[] = [
  { key: 'number', header: '报名编号', kind: 'text', isRequired: true },
  {
    key: 'passed',
    header: '体检结果',
    kind: 'text',
    isRequired: true,
    aliases: ['是否合格'],
    check: (value) =>
      ['合格', '不合格', '是', '否'].includes(String(value))
        ? undefined
        : { zh: '应为“合格”或“不合格”', en: 'must be 合格 (passed) or 不合格 (failed)' },
  },
  { key: 'conclusion', header: '结论', kind: 'text' },
];

export function healthRowOf({ number, passed, conclusion }: Readonly<Record<string, CellValue>>): HealthResultRow {
  return {
    number: String(number),
    passed: passed === '合格' || passed === '是',
    ...(conclusion === null ? {} : { conclusion: String(conclusion) }),
  };
}
