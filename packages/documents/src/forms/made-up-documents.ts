import { makeIdentityNumber } from '@xibu/domain';
import { renderAdmissionTicket } from './admission-ticket.js';
import { renderAppraisalForm } from './appraisal-form.js';
import { renderConfirmationNotice } from './confirmation-notice.js';
import { renderDispatchList } from './dispatch-list.js';
import { renderLeaveForm } from './leave-form.js';
import { modelAgreementArticles } from './model-agreement-articles.js';
import { renderPaySlip } from './pay-slip.js';
import { renderPublicNoticeList } from './public-notice-list.js';
import { renderRegistrationForm } from './registration-form.js';
import { renderServiceCertificate } from './service-certificate.js';
import { renderThreePartyAgreement } from './three-party-agreement.js';

/**
 * Every form filled with a person who does not exist: what an office looks at before it puts a form into use, and what the
 * specs read. Numbers and names are generated.
 */
const printing = {
  number: 'XB-2023-152200-000128',
  createdAt: new Date('2023-05-10T10:00:00+08:00'),
  verificationUrl: 'https://xibu.invalid/verify/XB-2023-152200-000128',
};
const person = {
  name: '乌云其木格',
  sex: '女',
  ethnicGroup: '蒙古族',
  birthDate: '2001-03-15',
  politicalStatus: '中国共产主义青年团团员',
  identityNumber: makeIdentityNumber('150603', '2001-03-15', 998),
  mobilePhone: '19900001234',
  university: '内蒙古师范大学',
};
const service = {
  projectKind: '全国项目',
  special: '乡村教育',
  place: '内蒙古自治区兴安盟科尔沁右翼前旗',
  unit: '示例苏木中心小学',
  post: '小学教学',
  serviceFrom: '2023-07-28',
  serviceTo: '2025-07-27',
};
const office = '内蒙古自治区大学生志愿服务西部计划项目管理办公室';
const year = '2023-2024';

/** The people of a list, as many as asked for, the same every time. */
function madeUpPeople(count: number) {
  const surnames = ['李', '王', '包', '白', '韩', '欧阳', '阿'];
  const given = ['小明', '晓', '塔娜', '斯琴高娃', '志强', '依古丽·买买提', '雨桐'];
  return Array.from({ length: count }, (_, index) => ({
    name: `${surnames[index % surnames.length]}${given[(index * 3) % given.length]}`,
    sex: index % 2 === 0 ? '女' : '男',
    identityNumber: makeIdentityNumber(
      '150603',
      `2001-${String((index % 12) + 1).padStart(2, '0')}-11`,
      996 + (index % 4),
    ),
    mobilePhone: `1990000${String(index % 10_000).padStart(4, '0')}`,
    university: index % 3 === 0 ? '内蒙古民族大学' : '内蒙古师范大学',
    special: index % 4 === 0 ? '乡村教育' : '服务乡村建设',
    place: '兴安盟科尔沁右翼前旗',
    unit: '示例苏木综合保障和技术推广中心',
    post: '农牧业技术推广',
  }));
}

const registrationForm = () =>
  renderRegistrationForm({
    ...printing,
    ...person,
    ...service,
    programmeYear: year,
    nativePlace: '内蒙古自治区兴安盟科尔沁右翼前旗',
    email: 'wuyunqimuge.2001@example.invalid',
    health: '良好',
    languages: '大学英语六级',
    faculty: '教育学院',
    major: '小学教育（师范类）',
    education: '大学本科毕业',
    degree: '教育学学士学位',
    graduation: '2023年7月',
    familyContact: '巴特尔（父女）　19900004321',
    category: '应届毕业生',
    preferences: ['内蒙古自治区兴安盟', '内蒙古自治区通辽市', '内蒙古自治区赤峰市'],
    termWished: '2年',
    acceptsReassignment: true,
    skills: '蒙古语授课、马头琴、计算机二级',
    studentPosts: '2020年9月至2022年6月任院团委组织部部长；2021年9月起任班级团支部书记。',
    volunteering: '2021年暑期参加社会实践支教队，在旗县小学支教32天；累计志愿服务时长216小时，获校级优秀志愿者称号。',
    awards: '2021年获国家励志奖学金；2022年获自治区优秀共青团员。',
  });

const admissionTicket = () =>
  renderAdmissionTicket({
    ...printing,
    ...person,
    programmeYear: year,
    special: service.special,
    ticketNumber: '2315220010128',
    sessions: [
      {
        subject: '综合能力',
        time: '2023年5月27日\n9:00-11:00',
        site: '示例大学（赛罕校区）教学主楼',
        room: '203',
        seat: '17',
      },
      { subject: '面试', time: '2023年5月27日\n14:30起', site: '示例大学（赛罕校区）教学主楼', room: '305', seat: '—' },
    ],
    rules: [
      '考生凭本准考证和有效居民身份证原件参加考试，证件不齐的不得入场。',
      '开考前30分钟开始入场，开考15分钟后不得入场；考试结束前30分钟内方可交卷。',
      '除黑色签字笔、2B铅笔、橡皮外，其他物品须放在指定位置；手机等通信设备须关闭。',
      '考生应自觉服从监考人员管理，违反考场纪律的，取消本次考试成绩。',
    ],
    office,
    issuedOn: '2023-05-22',
  });

const publicNoticeList = (count = 42) =>
  renderPublicNoticeList({
    ...printing,
    number: '内西办公示〔2023〕3号',
    title: `${year}年度大学生志愿服务西部计划\n拟录取志愿者公示`,
    introduction: ['根据自愿报名、组织选拔、统一考试和体检的结果，现将拟录取志愿者名单予以公示，接受社会监督。'],
    rows: madeUpPeople(count),
    from: '2023-06-26',
    to: '2023-06-28',
    objectionsTo: '电话0000-0000000，电子邮箱office@example.invalid，地址示例市示例路1号',
    office,
    issuedOn: '2023-06-25',
  });

const confirmationNotice = () =>
  renderConfirmationNotice({
    ...printing,
    ...person,
    ...service,
    programmeYear: year,
    serviceTo: '2024-07-27',
    reportInTime: '2023年7月24日9:00至17:00',
    reportInPlace: '示例大学（赛罕校区）体育馆一层报到处',
    toBring: ['本通知书', '毕业证书或学位证书原件', '本人居民身份证', '近期免冠照片4张'],
    contact: '0000-0000000',
    office,
    issuedOn: '2023-07-05',
  });

const threePartyAgreement = () =>
  renderThreePartyAgreement({
    ...printing,
    programmeYear: year,
    county: {
      name: '科尔沁右翼前旗西部计划项目办',
      address: '示例镇示例街1号',
      head: '示例负责人',
      phone: '0000-0000001',
    },
    unit: { name: service.unit, address: '示例苏木', head: '示例校长', phone: '0000-0000002' },
    volunteer: { ...person, address: '内蒙古自治区鄂尔多斯市康巴什区示例街道' },
    articles: modelAgreementArticles({
      ...service,
      duties: '承担小学语文、音乐课程教学，参与“互联网+教育”和课后服务',
      from: '2023-07-28',
      to: '2024-07-27',
      boardAndLodging: { cashFenPerMonth: 50_000 },
      disputes: '可以提请上一级项目办调解，或者依法解决',
    }),
    signedOn: null,
  });

const dispatchList = (count = 33) =>
  renderDispatchList({
    ...printing,
    programmeYear: year,
    county: '科尔沁右翼前旗',
    handedOverOn: '2023-07-28',
    place: '示例大学（赛罕校区）',
    handedOverBy: office,
    takenOverBy: '科尔沁右翼前旗西部计划项目办',
    rows: madeUpPeople(count),
  });

const appraisalForm = () =>
  renderAppraisalForm({
    ...printing,
    ...person,
    ...service,
    education: '大学本科毕业',
    major: '小学教育（师范类）',
    served: { years: 2, months: 0, days: 0 },
    workStartDate: '2023-07-28',
    yearlyGrades: [
      { programmeYear: '2023-2024', grade: '合格' },
      { programmeYear: '2024-2025', grade: '优秀' },
    ],
    awards: '2025年5月获盟市优秀志愿者称号。',
    ownSummary:
      '两年来承担小学四、五年级语文和全校音乐课教学，每周18课时；组织马头琴兴趣小组，参加旗县文艺汇演；利用周末参加入户宣传和防止返贫动态监测工作。能够遵守志愿者管理规定，尊重当地风俗习惯，较好地完成了服务任务。',
    unitOpinion: '该同志服务态度端正，教学认真负责，受到师生好评，同意鉴定为合格。',
    countyOpinion: '',
    conclusion: '',
  });

const serviceCertificate = (verificationUrl = printing.verificationUrl) =>
  renderServiceCertificate({
    ...printing,
    verificationUrl,
    ...person,
    ...service,
    served: { years: 2, months: 0, days: 0 },
    workStartDate: '2023-07-28',
    grade: '合格',
    office,
    issuedOn: '2025-07-28',
  });

const paySlip = () =>
  renderPaySlip({
    ...printing,
    createdAt: new Date('2023-10-10T10:00:00+08:00'),
    ...person,
    ...service,
    county: '科尔沁右翼前旗',
    month: '2023-09',
    daysOnPost: 30,
    daysOfMonth: 30,
    earnings: [
      { name: '工作生活补贴', basis: '每月2,400.00元×30/30天（示例标准）', fen: 240_000 },
      { name: '艰苦边远地区津贴', basis: '每月300.00元×30/30天（示例标准）', fen: 30_000 },
      { name: '补发', basis: '2023年8月在岗天数更正，差额4天', fen: 30_968 },
    ],
    deductions: [
      { name: '养老保险（个人）', basis: '缴费基数4,000.00元×8%', fen: 32_000 },
      { name: '医疗保险（个人）', basis: '缴费基数4,000.00元×2%', fen: 8_000 },
      { name: '失业保险（个人）', basis: '缴费基数4,000.00元×0.5%', fen: 2_000 },
    ],
    employerParts: [
      { name: '养老保险（单位）', basis: '缴费基数4,000.00元×16%', fen: 64_000 },
      { name: '医疗保险（单位）', basis: '缴费基数4,000.00元×6%', fen: 24_000 },
    ],
    netFen: 258_968,
    bank: '示例银行科尔沁右翼前旗支行',
    bankCard: '6200000000000000003',
    paidOn: '2023-10-10',
    office: '科尔沁右翼前旗西部计划项目办',
  });

const leaveForm = () =>
  renderLeaveForm({
    ...printing,
    ...person,
    ...service,
    county: '科尔沁右翼前旗',
    kind: '事假',
    reason: '参加全国硕士研究生招生考试，往返途中各一日。',
    from: '2023-12-21',
    to: '2023-12-26',
    days: 6,
    destination: '呼和浩特市',
    emergencyContact: '巴特尔　19900004321',
    opinions: [
      { office: '服务单位', opinion: '同意，课程已调整。', signedBy: '示例校长', on: '2023-12-12' },
      { office: '旗县项目办', opinion: '', signedBy: '', on: null },
    ],
    requestedOn: '2023-12-11',
  });

export const madeUpDocuments = {
  registrationForm,
  admissionTicket,
  publicNoticeList,
  confirmationNotice,
  threePartyAgreement,
  dispatchList,
  appraisalForm,
  serviceCertificate,
  paySlip,
  leaveForm,
} as const;
