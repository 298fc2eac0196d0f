import type { Grade, LeaveKind, ProjectKind, Special } from './programme-terms.js';

/** What people call the values of the programme, in the two languages; the Chinese as the notice and its annex print it. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

type Names<Value extends string> = Readonly<Record<Value, Said>>;

/** 专项. */
export const specialNames: Names<Special> = {
  'rural-education': { zh: '乡村教育', en: 'Rural education' },
  'rural-construction': { zh: '服务乡村建设', en: 'Rural construction' },
  'healthy-countryside': { zh: '健康乡村', en: 'Healthy countryside' },
  'youth-work': { zh: '基层青年工作', en: 'Grass-roots youth work' },
  'rural-governance': { zh: '乡村社会治理', en: 'Rural governance' },
  'serve-xinjiang': { zh: '服务新疆', en: 'Serving Xinjiang' },
};

/** 项目类别. */
export const projectKindNames: Names<ProjectKind> = {
  national: { zh: '全国项目', en: 'National project' },
  local: { zh: '地方项目', en: 'Local project' },
};

/** 考核等次. */
export const gradeNames: Names<Grade> = {
  excellent: { zh: '优秀', en: 'Excellent' },
  good: { zh: '良好', en: 'Good' },
  pass: { zh: '合格', en: 'Pass' },
  fail: { zh: '不合格', en: 'Fail' },
};

/** 请假类别. */
export const leaveKindNames: Names<LeaveKind> = {
  personal: { zh: '事假', en: 'Personal' },
  sick: { zh: '病假', en: 'Sick leave' },
  exam: { zh: '考试', en: 'Exam' },
  family: { zh: '婚丧等家庭事由', en: 'Wedding, funeral or family' },
};

/** The names in one language, by value. */
export function namesIn<Value extends string>(
  names: Names<Value>,
  language: keyof Said,
): Readonly<Record<Value, string>> {
  const said = Object.entries<Said>(names).map(([value, name]) => [value, name[language]]);
  return Object.fromEntries(said) as Record<Value, string>;
}
