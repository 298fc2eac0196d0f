import type { PostFields } from '@xibu/domain/placement/api';
import type { Post } from './post.js';

/** A made-up post that breaks no rule. */
export const sampleFields: PostFields = {
  ...{ unit: '152221-school', unitName: '乌兰毛都苏木中心学校', title: '小学语文教师', special: 'rural-education' },
  ...{ level: 'township', seats: 2, projectKind: 'national', duties: '承担小学语文教学和课后服务' },
  ...{ providesBoardAndLodging: true, cashMonthlyFen: 0, majors: ['0501'], placeTags: ['ethnic-area'] },
  acceptsReassigned: true,
};

export function samplePost(changes: Partial<Post> = {}): Post {
  return {
    ...sampleFields,
    ...{ id: '01890000-0000-7000-8000-000000000101', season: '2023-2024', county: 152221, draftNumber: 1, code: null },
    ...{ status: 'draft', preparedBy: 'officer', declaredBy: null, decidedBy: '2023-2024/1', returnReason: null },
    ...{ closeReason: null, updatedAt: new Date('2023-03-01T00:00:00Z'), version: 1, ...changes },
  };
}
