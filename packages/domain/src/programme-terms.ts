/** Words of the programme that several services say; each with its Chinese name in the glossary. */
export const officeTiers = ['national', 'region', 'league-city', 'county', 'unit', 'university', 'faculty'] as const;
export type OfficeTier = (typeof officeTiers)[number];

/** 全国项目 is paid by central and local money, 地方项目 by the place of implementation (notice 3.2.1). */
export const projectKinds = ['national', 'local'] as const;
export type ProjectKind = (typeof projectKinds)[number];

/** 专项: the annex of the notice; posts of a county choose from the first five. */
export const specials = [
  'rural-education',
  'rural-construction',
  'healthy-countryside',
  'youth-work',
  'rural-governance',
  'serve-xinjiang',
] as const;
export type Special = (typeof specials)[number];

/** 乡镇及以下 is `township` or `village` (notice 2.1.3). */
export const postLevels = ['county', 'township', 'village'] as const;
export type PostLevel = (typeof postLevels)[number];

/** Steps of the year whose window is data with a notice number. */
export const milestones = [
  'post-declaration',
  'registration',
  'review',
  'confirmation',
  'exam',
  'ranking',
  'placement',
  'health-exam',
  'admission',
  'backfill',
  'report-in',
  'dispatch',
  'agreement',
  'second-registration',
  'monthly-report',
  'assessment',
  'extension',
  'term-end',
] as const;
export type Milestone = (typeof milestones)[number];

export const grades = ['excellent', 'good', 'pass', 'fail'] as const;
export type Grade = (typeof grades)[number];

/** 请假 by its reason: 事假, 病假, 考试, 婚丧等家庭事由. */
export const leaveKinds = ['personal', 'sick', 'exam', 'family'] as const;
export type LeaveKind = (typeof leaveKinds)[number];
/** Days away from the post: leave of some kind, or days after a leave ended without a return. */
export type AbsenceKind = LeaveKind | 'overdue';
