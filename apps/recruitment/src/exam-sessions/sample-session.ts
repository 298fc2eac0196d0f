import type { ChangeExamSessionRequest } from '@xibu/domain/recruitment/api';
import type { ExamSession } from './exam-session.js';

/** Two sites with three rooms: seven seats. */
export const samplePlan: ChangeExamSessionRequest = {
  ...{ name: '2023年统一招募考试', startsAt: '2023-05-27T09:00:00+08:00', endsAt: '2023-05-27T11:00:00+08:00' },
  sites: [
    {
      name: '内蒙古师范大学',
      address: '呼和浩特市赛罕区昭乌达路81号',
      rooms: [
        { name: '第1考场', seats: 2 },
        { name: '第2考场', seats: 2 },
      ],
    },
    { name: '赤峰学院', address: '赤峰市红山区迎宾路1号', rooms: [{ name: '第1考场', seats: 3 }] },
  ],
};

export function sampleSession(changes: Partial<ExamSession> = {}): ExamSession {
  return {
    ...{ id: '01890000-0000-7000-9000-000000000001', season: '2023-2024', division: 150000, ordinal: 1 },
    ...{ name: samplePlan.name, startsAt: new Date(samplePlan.startsAt), endsAt: new Date(samplePlan.endsAt) },
    ...{ sites: samplePlan.sites, status: 'open', updatedAt: new Date('2023-05-01T00:00:00Z'), version: 2, ...changes },
  };
}
