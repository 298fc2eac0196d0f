import type { Actor } from '@xibu/domain/access';
import { makeIdentityNumber, maskIdentityNumber } from '@xibu/domain/identity-number';
import type { MilestoneView, SeasonView } from '@xibu/domain/programme/api';
import type {
  ApplicationRow,
  ApplicationStatus,
  ApplicationView,
  ReferenceRow,
  ReviewView,
} from '@xibu/domain/recruitment/api';

/** The day on which the fixtures live: two days and four hours before sign-up closes. */
export const fixtureNow = '2023-05-18T20:00:00+08:00';

/** The few numbers of the notice that pages look at. */
const values: Partial<SeasonView['values']> = {
  serviceTermYearsMax: 3,
  intendedCountiesMax: 3,
  specials: ['rural-education', 'rural-construction', 'healthy-countryside', 'youth-work', 'rural-governance'],
};

export const season: SeasonView = {
  ...{ season: '2023-2024', name: '2023—2024年度', region: 150000, regionName: '内蒙古' },
  milestones: [
    window('post-declaration', '2023-04-01', '2023-04-21'),
    window('registration', '2023-04-12', '2023-05-21'),
    window('review', '2023-04-12', '2023-05-21'),
    window('confirmation', '2023-04-20', '2023-05-21'),
    window('exam', '2023-05-27', '2023-05-29'),
    window('placement', '2023-06-10', '2023-06-19'),
    window('health-exam', '2023-06-20', '2023-07-01'),
    window('admission', '2023-07-01', '2023-07-11'),
    window('report-in', '2023-07-20', '2023-07-29'),
    window('agreement', '2023-08-01', '2023-08-16'),
    window('second-registration', '2023-08-01', '2023-08-21'),
  ],
  values: values as SeasonView['values'],
};

function window(milestone: MilestoneView['milestone'], opens: string, closes: string) {
  const noticeNumber = '内团联发〔2023〕6号';
  return { milestone, opensAt: `${opens}T00:00:00+08:00`, closesAt: `${closes}T00:00:00+08:00`, noticeNumber };
}

export interface FixtureAccount {
  readonly loginName: string;
  readonly password: string;
  readonly actor: Actor;
}

const nowhere = { office: null, officeName: null, divisions: null, university: null, faculty: null, unit: null };

export const accounts: FixtureAccount[] = [
  account('applicant', { ...nowhere, account: 'p1', roles: ['person'], name: '苏日娜·巴图' }),
  account('applicant-long', {
    ...nowhere,
    account: 'p2',
    roles: ['person'],
    name: '阿拉坦其其格·苏日娜格日乐·巴雅尔图门乌力吉',
  }),
  account('applicant-confirm', { ...nowhere, account: 'p3', roles: ['person'], name: '娜仁托娅' }),
  account('applicant-returned', { ...nowhere, account: 'p4', roles: ['person'], name: '白音那' }),
  account('faculty', {
    ...{ ...nowhere, account: 'o1', roles: ['faculty.officer'], name: '李老师', office: 'f1' },
    ...{ officeName: '内蒙古师范大学文学院团委', university: '10135', faculty: '文学院' },
  }),
  account('university', {
    ...{ ...nowhere, account: 'o2', roles: ['university.officer'], name: '王主任', office: 'u1' },
    ...{ officeName: '内蒙古师范大学项目办', university: '10135' },
  }),
  account('county', {
    ...{ ...nowhere, account: 'o3', roles: ['county.officer'], name: '乌云', office: 'c1' },
    ...{ officeName: '科尔沁右翼前旗项目办', divisions: { from: 152221, to: 152221 } },
  }),
];

function account(loginName: string, actor: Actor): FixtureAccount {
  return { loginName, password: 'xibu-demo-2023', actor };
}

const names = [
  ...[
    '苏日娜·巴图',
    '刘晓彤',
    '阿拉坦其其格',
    '赵一鸣',
    '娜仁托娅',
    '陈思远',
    '乌云毕力格',
    '张雨桐',
    '巴雅尔',
    '孙嘉怡',
  ],
  '阿拉坦其其格·苏日娜格日乐·巴雅尔图门乌力吉',
];
const majors = ['汉语言文学（师范）', '生物科学', '学前教育', '体育教育', '数学与应用数学', '软件工程', '社会工作'];
const faculties = ['文学院', '生命科学与技术学院', '教育学院', '体育学院', '数学科学学院', '计算机科学技术学院'];

/** `count` people in one status, the earliest first. */
export function applicationsIn(status: ApplicationStatus, count: number, first: number): ApplicationView[] {
  return Array.from({ length: count }, (_, index) => applicationOf(status, first + index));
}

function applicationOf(status: ApplicationStatus, index: number): ApplicationView {
  const faculty = at(faculties, index);
  const day = String(11 + (index % 7)).padStart(2, '0');
  const submittedAt = `2023-05-${day}T09:${String(index % 60).padStart(2, '0')}:00+08:00`;
  return {
    ...{
      id: `app-${index}`,
      season: season.season,
      number: `2023-15-${String(4000 + index).padStart(6, '0')}`,
      status,
    },
    form: filledForm(at(names, index), faculty, at(majors, index), index),
    checks: [
      { rule: 'university-listed', outcome: 'met', clause: '2.2.2' },
      { rule: 'category', outcome: 'met', clause: '2.2.2' },
      { rule: 'identity-number', outcome: 'met', clause: 'GB 11643-1999' },
      { rule: 'division-known', outcome: index % 3 === 0 ? 'attention' : 'met', clause: 'GB/T 2260' },
      { rule: 'no-double', outcome: 'met', clause: '2.2.3' },
    ],
    reviews: status === 'submitted' ? [] : [facultyPass],
    ...{ confirmation: null, receipt: '7f3a9c2e51d04b8896aa13c2', submittedAt, updatedAt: submittedAt, version: 2 },
  };
}

export const facultyPass: ReviewView = {
  ...{
    stage: 'faculty',
    decision: 'pass',
    opinion: '表现优秀，同意推荐。',
    by: '文学院团委 李老师',
    at: '2023-05-17T18:05:00+08:00',
  },
};

export function filledForm(name: string, faculty: string, majorName: string, index: number): ApplicationView['form'] {
  return {
    name,
    identityNumber: maskIdentityNumber(makeIdentityNumber('152221', '2001-03-12', index % 1000)),
    ...{
      ethnicGroup: '05',
      politicalStatus: '03',
      nativePlace: 152221,
      mobile: '139****4821',
      email: 'someone@example.com',
    },
    ...{
      emergencyName: '巴图',
      emergencyMobile: '139****4822',
      university: '10135',
      faculty,
      majorCode: '050101',
      majorName,
    },
    ...{
      isTeacherTraining: index % 2 === 0,
      education: '21',
      degree: '4',
      category: 'fresh-graduate',
      graduatesOn: '2023-06-30',
    },
    ...{ volunteerHours: 126, studentLeaderPosts: '院团委副书记，2021年9月至2023年6月', skills: '马头琴', awards: '' },
    ...{
      hasWorkExperience: false,
      preferredProvince: 150000,
      specials: ['rural-education'],
      termYears: 1,
      acceptsReassignment: true,
    },
  };
}

export function rowOf({ id, number, form, status, submittedAt }: ApplicationView): ApplicationRow {
  const { name = '', faculty = '', majorName = '' } = form;
  return { id, number, name, status, university: '10135', faculty, majorName, submittedAt };
}

/** A few rows of each table of codes. */
export const referenceTables: Readonly<
  Record<string, readonly (Omit<ReferenceRow, 'around'> & Partial<ReferenceRow>)[]>
> = {
  universities: [
    { code: '10135', name: '内蒙古师范大学', around: '内蒙古 呼和浩特' },
    { code: '10126', name: '内蒙古大学', around: '内蒙古 呼和浩特' },
    { code: '10136', name: '内蒙古民族大学', around: '内蒙古 通辽' },
  ],
  majors: [
    { code: '050101', name: '汉语言文学', around: '文学' },
    { code: '071001', name: '生物科学', around: '理学' },
    { code: '040106', name: '学前教育', around: '教育学' },
  ],
  divisions: [
    { code: '152221', name: '科尔沁右翼前旗', around: '内蒙古 兴安盟' },
    { code: '152223', name: '扎赉特旗', around: '内蒙古 兴安盟' },
    { code: '152224', name: '突泉县', around: '内蒙古 兴安盟' },
    { code: '152222', name: '科尔沁右翼中旗', around: '内蒙古 兴安盟' },
    { code: '152200', name: '兴安盟', around: '内蒙古' },
    { code: '110108', name: '海淀区', around: '北京' },
  ],
  'ethnic-groups': [
    { code: '01', name: '汉族' },
    { code: '05', name: '蒙古族' },
    { code: '03', name: '回族' },
    { code: '31', name: '达斡尔族' },
  ],
  'political-status': [
    { code: '01', name: '中共党员' },
    { code: '03', name: '共青团员' },
    { code: '13', name: '群众' },
  ],
  'education-levels': [
    { code: '21', name: '大学本科毕业' },
    { code: '31', name: '大学专科毕业' },
    { code: '11', name: '博士研究生毕业' },
  ],
  degrees: [
    { code: '4', name: '学士' },
    { code: '3', name: '硕士' },
  ],
};

function at<Row>(rows: readonly Row[], index: number): Row {
  const row = rows[index % rows.length];
  if (row === undefined) throw new Error('an empty table');
  return row;
}
