import type { Rulebook } from '@xibu/domain';
import type { ApplicationForm } from '@xibu/domain/recruitment/api';
import { sampleRulebook } from '@xibu/domain/samples';
import type { Application } from './application.js';

/** A made-up person's form: complete, and fit for the season 2023-2024. The identity number belongs to nobody. */
export const sampleForm: ApplicationForm = {
  ...{ name: '苏日娜·巴图', identityNumber: '150603200103150011', ethnicGroup: '02', politicalStatus: '03' },
  ...{ nativePlace: 152201, mobile: '13900000000', email: 'surina@example.org' },
  ...{ emergencyName: '巴图', emergencyMobile: '13900000001', university: '4115010126', faculty: '文学与新闻传播学院' },
  ...{ majorCode: '050101', majorName: '汉语言文学', isTeacherTraining: true, education: '21', degree: '405' },
  ...{ category: 'fresh-graduate', graduatesOn: '2023-06-30', volunteerHours: 126, studentLeaderPosts: '院团委副书记' },
  ...{ skills: '', awards: '', hasWorkExperience: false, preferredProvince: 150000, specials: ['rural-education'] },
  ...{ termYears: 1, acceptsReassignment: true },
};

export const sampleBook: Rulebook = sampleRulebook;

/** A complete draft, as it stands before it is submitted. */
export function sampleDraft(changes: Partial<Application> = {}): Application {
  const { identityNumber: _, ...form } = sampleForm;
  return {
    ...{ id: '01890000-0000-7000-8000-000000000001', season: '2023-2024', accountId: 'account-1', status: 'draft' },
    ...{ division: 150000, university: form.university, faculty: form.faculty, number: null, form },
    ...{ identitySealed: 'sealed', identityIndex: 'index', checks: [], reviews: [], confirmation: null, receipt: null },
    ...{ submittedAt: null, decidedBy: null, track: 'open', listNumber: null },
    ...{ updatedAt: new Date('2023-05-01T00:00:00Z'), version: 3, ...changes },
  };
}
