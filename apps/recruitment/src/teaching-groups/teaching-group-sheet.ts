import type { CellValue, ReadColumn } from '@xibu/documents';
import type { TeachingGroupRow } from '@xibu/domain/recruitment/api';

/** 研究生支教团名单. */
export const memberColumns: readonly ReadColumn[] = [
  { key: 'accountId', header: '平台账号', kind: 'text', isRequired: true },
  { key: 'name', header: '姓名', kind: 'text', isRequired: true },
  { key: 'identityNumber', header: '公民身份号码', kind: 'text', isRequired: true, aliases: ['身份证号'] },
  { key: 'mobile', header: '手机号码', kind: 'text', isRequired: true },
  { key: 'university', header: '学校代码', kind: 'text', isRequired: true },
  { key: 'faculty', header: '院系', kind: 'text', isRequired: true },
  { key: 'majorCode', header: '专业代码', kind: 'text', isRequired: true },
  { key: 'majorName', header: '专业', kind: 'text', isRequired: true },
  { key: 'graduatesOn', header: '毕业日期', kind: 'date', isRequired: true },
  { key: 'postId', header: '岗位编号', kind: 'text', isRequired: true },
];

export function memberRowOf(values: Readonly<Record<string, CellValue>>): TeachingGroupRow {
  const text = (key: keyof TeachingGroupRow): string => String(values[key] ?? '');
  return {
    ...{ accountId: text('accountId'), name: text('name'), identityNumber: text('identityNumber') },
    ...{ mobile: text('mobile'), university: text('university'), faculty: text('faculty') },
    ...{ majorCode: text('majorCode'), majorName: text('majorName'), graduatesOn: text('graduatesOn') },
    postId: text('postId'),
  };
}
