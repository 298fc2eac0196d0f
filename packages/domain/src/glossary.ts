import { gradeNames, leaveKindNames, projectKindNames, type Said, specialNames } from './names.js';

/** A term of the programme: the word of the notice, the one English word for it, and the name that code has for it. */
export interface Term extends Said {
  readonly code: string;
}

const term = (code: string, zh: string, en: string): Term => ({ code, zh, en });
const valuesOf = (names: Readonly<Record<string, Said>>): Term[] =>
  Object.entries(names).map(([code, { zh, en }]) => term(code, zh, en));

const organisation: readonly Term[] = [
  term('xibu', '西部计划', 'Western Plan'),
  term('Office', '项目办', 'project office'),
  term('national', '全国项目办', 'national office'),
  term('region', '自治区项目办', 'regional office'),
  term('league-city', '盟市项目办', 'league-city office'),
  term('county', '旗县项目办', 'county office'),
  term('university', '高校项目办', 'university office'),
  term('faculty', '院系团委', 'faculty League committee'),
  term('unit', '服务单位', 'service unit'),
  term('ServiceCounty', '服务县', 'service county'),
  term('LeadingGroup', '领导小组', 'leading group'),
];

const programme: readonly Term[] = [
  term('Season', '年度', 'season'),
  term('Milestone', '时间节点', 'milestone'),
  term('Notice', '通知', 'notice'),
  term('Rulebook', '年度规则', 'rulebook'),
  term('ProjectKind', '项目类别', 'project kind'),
  term('Special', '专项', 'special'),
  term('teaching-group', '研究生支教团', 'graduate teaching group'),
  term('QuotaLine', '实施规模', 'quota'),
  term('QuotaTransfer', '名额调剂', 'quota transfer'),
  term('Post', '岗位', 'post'),
  term('declare', '岗位申报', 'declaration of posts'),
  term('Structure', '岗位结构', 'structure of posts'),
  term('PlaceTag', '岗位所在地类别', 'place tag'),
  term('Extension', '延期服务', 'extension'),
];

const recruitment: readonly Term[] = [
  term('Application', '报名', 'application'),
  term('applicant', '报名人', 'applicant'),
  term('registration-form', '报名登记表', 'registration form'),
  term('review', '资格审核', 'review'),
  term('confirm', '确认意向服务地', 'confirmation of places'),
  term('acceptsReassignment', '服从调剂', 'accepts reassignment'),
  term('ExamSession', '招募考试', 'recruitment exam'),
  term('Seat', '考场座位', 'exam seat'),
  term('ExamTicket', '准考证', 'admission ticket'),
  term('QualifiedList', '入围名单', 'qualified list'),
  term('Ranking', '岗位志愿', 'ranked list of posts'),
  term('PlacementRound', '岗位录取', 'placement round'),
  term('HealthExam', '体检', 'health exam'),
  term('PublicNotice', '公示', 'public notice'),
  term('Objection', '异议', 'objection'),
  term('Admission', '录取', 'admission'),
  term('confirmation-notice', '确认通知书', 'confirmation notice'),
  term('reserve', '后备入选库', 'reserve'),
  term('backfill', '补录', 'backfill'),
  term('Loss', '流失', 'loss'),
];

const service: readonly Term[] = [
  term('Volunteer', '志愿者', 'volunteer'),
  term('CheckIn', '报到', 'report-in'),
  term('Training', '培训', 'training'),
  term('Dispatch', '派遣', 'dispatch'),
  term('Agreement', '三方服务协议', 'three-party agreement'),
  term('SecondRegistration', '二次信息注册', 'second registration'),
  term('on-post', '在岗', 'on post'),
  term('Leave', '请假', 'leave'),
  term('return', '销假', 'return from leave'),
  term('PostChange', '岗位调整', 'post change'),
  term('Departure', '离岗', 'departure'),
  term('early-exit', '提前离岗', 'early exit'),
  term('terminated', '终止服务', 'termination'),
  term('completed', '服务期满', 'completed term'),
  term('MonthlyReport', '在岗情况和安全月报告', 'monthly on-post and safety report'),
  term('Incident', '突发事件', 'incident'),
  term('Ticket', '首问事项', 'first-contact ticket'),
];

const money: readonly Term[] = [
  term('living', '工作生活补贴', 'living subsidy'),
  term('hardship', '艰苦边远地区津贴', 'hardship allowance'),
  term('board-lodging', '食宿补贴', 'board and lodging subsidy'),
  term('incentive', '奖励补助', 'incentive'),
  term('SubsidyRun', '补贴发放', 'subsidy run'),
  term('Attendance', '考勤确认', 'attendance'),
  term('Batch', '发放批次', 'payment batch'),
  term('ReturnFile', '银行回盘文件', 'return file'),
  term('MonthClose', '月结', 'month close'),
  term('PayException', '发放例外', 'pay exception'),
  term('PaymentHold', '暂缓发放', 'payment hold'),
  term('Adjustment', '标准调整', 'adjustment of terms'),
  term('FundArrival', '资金到账', 'fund arrival'),
  term('Ledger', '资金账', 'ledger'),
  term('si-employer', '单位社会保险缴费', "employer's insurance share"),
  term('si-personal', '个人社会保险缴费', 'personal insurance share'),
  term('InsurancePolicy', '商业保险保单', 'commercial policy'),
  term('CommercialCover', '商业保险参保', 'commercial cover'),
  term('InsuranceClaim', '保险理赔', 'insurance claim'),
  term('AgencySlip', '社会保险缴费核定单', 'agency slip'),
  term('CoverageGap', '保障缺口', 'coverage gap'),
  term('BankCard', '银行卡', 'bank card'),
];

const assessment: readonly Term[] = [
  term('Grade', '年度考核等次', 'yearly grade'),
  term('OfficeRating', '绩效考核', 'office rating'),
  term('Appraisal', '服务期满鉴定', 'end-of-service appraisal'),
  term('Certificate', '服务证书', 'service certificate'),
  term('workStartsOn', '参加工作时间', 'start-of-work date'),
];

/** 术语表: one English name for each Chinese term, and one Chinese term for each name. */
export const glossary: readonly Term[] = [
  ...[...organisation, ...programme, ...recruitment, ...service, ...money, ...assessment],
  ...[specialNames, projectKindNames, gradeNames, leaveKindNames].flatMap(valuesOf),
];
