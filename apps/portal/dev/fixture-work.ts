import type { Actor } from '@xibu/domain/access';
import type { AssessmentRow, CertificateView, ExcellentPool, ReportRow } from '@xibu/domain/assessment/api';
import type { AttendanceRow } from '@xibu/domain/finance/attendance-api';
import type { GapView } from '@xibu/domain/finance/coverage-api';
import type { PaySlipRow } from '@xibu/domain/finance/pay-api';
import type { RunRow } from '@xibu/domain/finance/runs-api';
import type { MessageView } from '@xibu/domain/notifications/api';
import type {
  AgreementRow,
  AgreementView,
  CountyRow,
  LeaveRow,
  OpenPostView,
  OwnVolunteerView,
  PostRow,
  PublicRoundView,
  QuotasView,
  RankingView,
  RoundView,
  StructureView,
  VolunteerCounts,
  VolunteerRow,
  VolunteerView,
} from '@xibu/domain/placement/api';
import type { DirectoryRow, NoticeRow } from '@xibu/domain/programme/api';
import type {
  ApplicationProgress,
  ExamSessionView,
  PublicNoticeView,
  QualifiedListView,
} from '@xibu/domain/recruitment/api';
import type { Role } from '@xibu/domain/roles';
import type { FixtureAnswer, FixtureRequest } from './fixture-api.js';
import { type FixtureAccount, fixtureNow } from './fixture-data.js';
import { reconciliation, runView, slip, state } from './fixture-money.js';

const nowhere = { office: null, officeName: null, divisions: null, university: null, faculty: null, unit: null };
const region = { from: 150000, to: 159999 };
const county = { from: 152221, to: 152221 };

function account(loginName: string, role: Role, more: Partial<Actor>): FixtureAccount {
  const actor: Actor = { ...nowhere, account: loginName, roles: [role], name: '额尔敦', office: loginName, ...more };
  return { loginName, password: 'xibu-demo-2023', actor };
}

/** Offices and people of the later steps of the year. */
export const workAccounts: readonly FixtureAccount[] = [
  account('region', 'region.officer', { officeName: '内蒙古自治区项目办', divisions: region }),
  account('region-approver', 'region.approver', { officeName: '内蒙古自治区项目办', divisions: region }),
  account('national', 'national.approver', { officeName: '全国项目办', divisions: { from: 0, to: 999999 } }),
  account('league-city', 'league-city.officer', {
    officeName: '兴安盟项目办',
    divisions: { from: 152200, to: 152299 },
  }),
  account('county-approver', 'county.approver', { officeName: '科尔沁右翼前旗项目办', divisions: county }),
  account('finance', 'county.finance-officer', { officeName: '科尔沁右翼前旗财政', divisions: county }),
  account('unit', 'unit.officer', { officeName: '巴彦高勒镇中心校', unit: '152221-001' }),
  account('university-approver', 'university.approver', { officeName: '内蒙古师范大学项目办', university: '10135' }),
  account('auditor', 'auditor', { officeName: '审计', divisions: region }),
  account('operator', 'operator', { officeName: '运维' }),
  account('volunteer', 'person', { office: null, account: 'p3', name: '娜仁托娅' }),
];

const place = { county: 152221, countyName: '科尔沁右翼前旗', unit: '152221-001', unitName: '巴彦高勒镇中心校' };
const post = { special: 'rural-education', projectKind: 'national' } as const;

const postRow: PostRow = {
  ...{ id: 'post-1', code: '152221-23-004', ...place, title: '乡镇中心校语文教师', ...post, level: 'township' },
  ...{ seats: 2, taken: 1, status: 'county-declared' },
};
const openPost: OpenPostView = {
  ...{
    ...postRow,
    ...place,
    code: '152221-23-004',
    season: '2023-2024',
    seatsLeft: 1,
    duties: '小学语文教学，协助少先队工作',
  },
  ...{ providesBoardAndLodging: true, cashMonthlyFen: 0, majors: [], placeTags: [], acceptsReassigned: true },
};
const volunteer: VolunteerRow = {
  ...{ id: 'v-1', number: '2023-15-004217', name: '阿拉坦其其格·苏日娜格日乐·巴雅尔图门乌力吉', sex: '女' },
  ...{ status: 'agreement-signed', season: '2023-2024', ...place, postCode: '152221-23-004', postTitle: postRow.title },
  ...{ ...post, university: '10135', checkedInOn: '2023-07-24', onPostOn: null, termTo: '2024-07-31', leftOn: null },
};
const volunteerView: VolunteerView = {
  ...{
    ...volunteer,
    confirmationNumber: '2023-15-0042',
    identityNumberMasked: '152221********0042',
    major: '汉语言文学',
  },
  ...{ track: 'open', diploma: 'diploma', startOfWorkOn: null, dispatchedOn: '2023-07-28', termFrom: '2023-08-01' },
  ...{ termYears: 1, registration: null, cardLastFour: '4821', coverWaiver: null, leftKind: null, lossReason: null },
  ...{ postChanges: 0, history: [{ at: fixtureNow, step: 'checked-in', by: '王主任', note: null }] },
};
const own: OwnVolunteerView = {
  ...{ volunteer: volunteerView, next: { action: 'sign-agreement', until: '2023-08-16T00:00:00+08:00' } },
  ...{ agreementId: 'ag-1', leaveDaysUsed: 3, leaveDaysMax: 20 },
};
const agreement: AgreementRow = {
  ...{ id: 'ag-1', agreementNumber: 'XY-2023-152221-0042', number: volunteer.number, name: volunteer.name },
  ...{ season: '2023-2024', county: 152221, unit: '152221-001', kind: 'first', status: 'open', from: '2023-08-01' },
  ...{ to: '2024-07-31', signedByVolunteer: false, signedByUnit: true, signedByCounty: false, signedOn: null },
};
const agreementView: AgreementView = {
  ...{ ...agreement, volunteerId: 'v-1', postId: 'post-1', lateReason: null },
  terms: { ...openPost, postCode: openPost.code, postTitle: openPost.title },
  signatures: { unit: { by: '包校长', at: fixtureNow } },
};
const leave: LeaveRow = {
  ...{ id: 'l-1', number: volunteer.number, name: volunteer.name, county: 152221, unit: '152221-001', kind: 'sick' },
  ...{ from: '2023-10-11', to: '2023-10-13', days: 3, status: 'requested', waitsFor: 'unit', overdueDays: 0 },
  returnedOn: null,
};
const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const round: RoundView = {
  ...{ id: 'r-1', season: '2023-2024', number: 1, name: '2023-2024-r1', kind: 'main', status: 'proposed' },
  ...{ rulebook: '2023-2024/1', seedCommitment: digest, seed: '13579', inputDigest: digest, resultDigest: digest },
  counts: {
    applicants: 1860,
    posts: 640,
    seats: 978,
    preferences: 7204,
    placedFirst: 931,
    placedSecond: 22,
    unplaced: 907,
  },
  progress: { phase: 'done', done: 6, of: 6, failures: [] },
  ...{ steps: [{ step: 'open', by: '额尔敦', at: fixtureNow }], annulReason: null },
};
const publicRound: PublicRoundView = { ...round, status: 'published', files: ['round.json', 'result.csv'] };
const structure: StructureView['declared'] = {
  ...{ season: '2023-2024', county: 152221, isNewCounty: true, seats: 40, decidedBy: '2023-2024/1' },
  seatsByKind: { national: 30, local: 10 },
  shares: [
    share('township', 38, 'min', 95, true),
    share('rural-education', 8, 'min', 25, false),
    share('youth-work', 4, 'max', 10, true),
  ],
};
function share(
  rule: StructureView['declared']['shares'][number]['rule'],
  seats: number,
  bound: 'min' | 'max',
  limitPercent: number,
  isMet: boolean,
) {
  return { rule, seats, of: 40, bound, limitPercent, isMet, clause: '2.1.3', exemption: null };
}
const counties: CountyRow = {
  ...{ id: '152221', county: 152221, name: '科尔沁右翼前旗', status: 'applied', basis: 'national-key-county' },
  ...{ season: '2023-2024', standing: 'in-service', openPosts: 12 },
};
const session: ExamSessionView = {
  ...{ id: 'ex-1', season: '2023-2024', name: '呼和浩特场', status: 'seated', capacity: 900, seated: 880, scored: 400 },
  ...{ absent: 12, version: 3, startsAt: '2023-05-27T09:00:00+08:00', endsAt: '2023-05-27T11:00:00+08:00', sites: [] },
};
const qualified: QualifiedListView = {
  ...{ id: 'q-1', season: '2023-2024', status: 'prepared', qualified: 1860, notQualified: 240, preparedBy: '额尔敦' },
  rule: {
    ...{ rulebook: '2023-2024/1', minimumScoreHundredths: 6000, volunteeringHoursMin: 20 },
    preferenceGroups: {} as QualifiedListView['rule']['preferenceGroups'],
  },
  ...{ preparedAt: fixtureNow, approvedBy: null, approvedAt: null },
};
const report: ReportRow = {
  ...{ id: '152221:2023-09', county: 152221, month: '2023-09', status: 'due', dueOn: '2023-10-04', submittedAt: null },
  ...{ late: true, expectedOnPost: 43, content: null },
};
const grade: AssessmentRow = {
  ...{ id: 'g-1', number: volunteer.number, name: volunteer.name, season: '2023-2024', county: 152221 },
  ...{ unit: '152221-001', status: 'summarised', unitScore: null, grade: null },
};
const pool: ExcellentPool = { season: '2023-2024', onPost: 978, max: 195, excellent: 201, clause: '3.3' };
const certificate: CertificateView = {
  ...{ number: 'ZS-2024-000123', holder: '娜**', serviceFrom: '2023-08-01', serviceTo: '2024-07-31', serviceDays: 366 },
  ...{ startOfWork: '2023-08-01', grade: 'excellent', issuedOn: '2024-07-31', revoked: false, revokedReason: null },
};
const progress: ApplicationProgress = {
  exam: {
    ...{ session: '呼和浩特场', startsAt: '2023-05-27T09:00:00+08:00', ticket: '231501010023', site: '内蒙古师范大学' },
    ...{ address: '昭乌达路81号', room: '第1考场', seat: 23, scoreHundredths: 8450, isAbsent: false },
  },
  ranking: {
    ...{ outcome: 'qualified', reasons: [], scoreHundredths: 8450, minimumScoreHundredths: 6000, code: 'a0317' },
    ...{ classes: {} as never, met: {} as never, decidedAt: fixtureNow },
  },
  placement: {
    ...{ roundId: 'r-1', outcome: 'placed', postId: 'post-1', postTitle: postRow.title, county: 152221 },
    decidedAt: fixtureNow,
  },
  health: { hospital: '内蒙古医院', passed: true, decidedAt: fixtureNow },
  notice: { noticeId: 'n-1', line: 12, opensOn: '2023-07-01', closesOn: '2023-07-07', status: 'closed' },
  admission: { confirmationNumber: '2023-15-0042', admittedAt: fixtureNow, answer: null, answeredAt: null },
  loss: null,
};
const key = { class: 0, score: 8450, lottery: digest, code: 'a0317' };
const explanation = {
  ...{ round: '2023-2024-r1', code: 'a0317', held: { postId: 'B', pass: 1, rank: 2 }, nearestMiss: null },
  choices: [
    {
      ...{ rank: 1, postId: 'A', key, outcome: 'stopped' },
      stop: {
        ...{ kind: 'post', id: 'A', max: 2, held: 2, cutoff: { ...key, score: 8625 }, decidedBy: 'score' },
        ...{ classGap: 0, scoreGap: 175 },
      },
    },
    { rank: 2, postId: 'B', key, outcome: 'held', stop: null },
    { rank: 3, postId: 'C', key, outcome: 'not-needed', stop: null },
  ],
  reassignment: 'not-needed',
  posts: ['A', 'B', 'C'].map((code) => ({
    code,
    title: '语文教师',
    unitName: '第二中学',
    county: 152221,
    special: '',
  })),
};
const ranking: RankingView = {
  ...{ season: '2023-2024', code: 'a0317', status: 'qualified', scoreHundredths: 8450, acceptsReassignment: true },
  posts: [1, 2, 3].map((rank) => ({
    ...{ rank, code: `152221-23-00${rank}`, title: '乡镇中心校语文教师', unitName: '巴彦高勒镇中心校' },
    ...{ county: 152221, special: 'rural-education', class: 0 },
  })),
  ...{ isPrefilled: true, postsMax: 10, isOpen: true, version: 1 },
};
const publicNotice: PublicNoticeView = {
  ...{ id: 'n-1', season: '2023-2024', university: '10135', universityName: '内蒙古师范大学', opensOn: '2023-07-01' },
  ...{ closesOn: '2023-07-07', status: 'open', people: 2 },
};
const quotas: QuotasView = {
  season: '2023-2024',
  lines: [
    {
      division: 152221,
      projectKind: 'national',
      special: null,
      max: 40,
      taken: 31,
      left: 9,
      quotaId: '152221-national',
    },
  ],
};
const office: DirectoryRow = {
  ...{ id: 'c1', tier: 'county', name: '科尔沁右翼前旗项目办', dutyPhone: '0482-8000000', division: 152221 },
  ...{ university: null, faculty: null, unit: null, parentId: null, parentName: '兴安盟项目办' },
};
const notice: NoticeRow = {
  ...{ id: 'no-1', number: '内团联发〔2023〕6号', title: '关于做好2023年西部计划的通知', issuedByName: '自治区项目办' },
  ...{ issuedAt: fixtureNow, isPublic: true, receiptDueOn: '2023-05-25', readAt: null },
};
const message: MessageView = {
  ...{ id: 'm-1', template: 'x', subject: '录取确认', text: '请在7月15日前确认。', at: fixtureNow, readAt: null },
};
const places: VolunteerCounts = {
  ...{ by: 'county', total: 90 },
  rows: [152221, 152223, 152224].map((code) => ({
    ...{ key: String(code), name: String(code), total: 30 },
    byStatus: { 'on-post': 25, 'agreement-signed': 3, left: 2 },
  })),
};
const run: RunRow = runView;
const attendance: AttendanceRow = {
  ...{ id: 'at-1', month: '2023-04', county: 152221, unit: '152221-001', unitName: '巴彦高勒镇中心校', people: 4 },
  ...{ state: 'missing', attendanceId: null, confirmed: null, unpaidDays: 0 },
};
const gap: GapView = {
  ...{ id: 'gap-1', accountId: 'p3', number: volunteer.number, name: '娜仁托娅', county: 152221, kind: 'commercial' },
  ...{ from: '2023-08-01', to: '2023-08-03', days: 2, owner: 'county:152221', state: 'open', foundAt: fixtureNow },
  ...{ coveredAt: null, settled: null, reason: null, version: 1 },
};
const paySlip: PaySlipRow = {
  ...{ id: 's-1', month: '2023-09', county: 152221, grossFen: 285000, personalFen: 40130, netFen: 244870 },
  ...{ payable: true, exceptions: [], paymentState: 'accepted', paidOn: '2023-10-10' },
};

/** Lists and records by address; what is not here is an empty list. */
const answers: readonly (readonly [RegExp, unknown])[] = [
  [/placement\/posts\/structure$/, { declared: structure, withDrafts: structure }],
  [/placement\/catalogue\/posts$/, page([openPost, { ...openPost, id: 'p2', code: '152221-23-005' }])],
  [/placement\/posts$/, page([postRow], { status: { 'county-declared': 1, open: 620 } })],
  [/volunteers\/mine$/, own],
  [/volunteers\/counts$/, places],
  [/volunteers\/v-1$/, volunteerView],
  [/placement\/volunteers$/, page([volunteer], { status: { 'agreement-signed': 1, 'on-post': 902 } })],
  [/agreements\/ag-1$/, agreementView],
  [/placement\/agreements$/, page([agreement])],
  [/placement\/leaves$/, page([leave])],
  [/rounds\/public$/, [publicRound]],
  [/rounds\/r-1$/, round],
  [/rounds\/r-1\/explanation$/, explanation],
  [
    /rounds\/r-1\/diagnosis$/,
    { summary: { byRank: [{ rank: 1, people: 700 }] }, unplaced: [], emptySeats: [], fullQuotas: [] },
  ],
  [/placement\/rounds$/, [round]],
  [/placement\/counties$/, page([counties])],
  [/placement\/quotas$/, quotas],
  [/rankings\/mine/, ranking],
  [/(quota-plans|agreements\/unsigned|dispatches|trainings|office-ratings|health-exams|certificates\/mine)$/, []],
  [/recruitment\/exam-sessions$/, { rows: [session] }],
  [/recruitment\/qualified-lists$/, { rows: [qualified] }],
  [/applications\/[\w-]+\/progress$/, progress],
  [/recruitment\/public-notices$/, page([publicNotice])],
  [
    /recruitment\/public-notices\/n-1$/,
    {
      ...publicNotice,
      lines: page([
        { line: 1, name: '娜**', faculty: '文学院', major: '汉语言文学', county: '科右前旗', post: '教师' },
      ]),
    },
  ],
  [/assessment\/reports$/, page([report], { status: { due: 1, submitted: 40 }, late: { true: 1 } })],
  [
    /grades\/mine$/,
    [
      {
        id: 'g-1',
        season: '2023-2024',
        status: 'open',
        summary: null,
        grade: null,
        objection: null,
        unitOpinion: null,
      },
    ],
  ],
  [/assessment\/grades$/, page([grade])],
  [/excellent-lists\/[\d-]+$/, pool],
  [/certificates\/check(-token)?\/ZS-2024-000123$/, certificate],
  [/programme\/directory$/, page([office])],
  [/programme\/(public-)?notices$/, page([notice])],
  [/programme\/(public-)?notices\/no-1$/, { ...notice, text: '各盟市、旗县项目办：\n请按时做好各项工作。' }],
  [/messages\/mine$/, page([message])],
  [/finance\/subsidy-runs$/, page([run])],
  [/finance\/subsidy-runs\/run-1$/, runView],
  [
    /finance\/subsidy-runs\/run-1\/totals$/,
    [{ county: 152221, project: 'national', source: 'central', component: 'living', fen: 10_500_000 }],
  ],
  [/finance\/attendances$/, page([attendance])],
  [/coverage\/gaps$/, page([gap])],
  [/months\/[\d-]+\/reconciliation$/, reconciliation],
  [/pay-slips\/mine$/, [paySlip]],
  [/pay-slips\/mine\/[\d-]+$/, slip],
  [/api\/status$/, { services: ['programme', 'placement'].map((name) => ({ name, isUp: name === 'programme' })) }],
  [/operations\/state$/, state],
  [/operations\/parked$/, { items: [], total: 0 }],
  [/audit\/verify$/, { intact: true, linked: 1204, waiting: 0 }],
];

function page(rows: readonly unknown[], facets: object = {}) {
  return { rows, total: rows.length, next: null, facets };
}

/** The later steps of the year as far as pages show them; null where nothing is known of an address. */
export function workAnswer({ method, path }: FixtureRequest): FixtureAnswer | null {
  if (method !== 'GET') return { status: 200, body: {} };
  const found = answers.find(([address]) => address.test(path));
  if (found) return { status: 200, body: found[1] };
  const isRecord = /(unknown|\/[a-z]+-\d+)$/.test(path) || !/^\/api\/(\w+)\/[\w/-]+$/.test(path);
  return isRecord ? null : { status: 200, body: page([]) };
}
