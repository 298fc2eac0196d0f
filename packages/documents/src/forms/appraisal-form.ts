import { maskIdentityNumber } from '@xibu/domain';
import { lineAbove, title } from '../paper/blocks.js';
import { dateInWords, lengthInWords, periodInWords } from '../paper/chinese-words.js';
import { type Cell, drawGrid, label, value } from '../paper/grid.js';
import { Paper, type Printing } from '../paper/paper.js';
import { photoIn } from '../paper/photo.js';

/** Whole years, months and days that somebody really served. */
export interface LengthOfService {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** 《服务鉴定表》: shows the service years and the start-of-work date, as 内团联发〔2023〕6号 asks. */
export interface AppraisalForm extends Printing {
  readonly name: string;
  readonly sex: string;
  readonly ethnicGroup: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly politicalStatus: string;
  readonly identityNumber: string;
  readonly university: string;
  readonly major: string;
  readonly education: string;
  readonly projectKind: string;
  readonly special: string;
  readonly place: string;
  readonly unit: string;
  readonly post: string;
  readonly serviceFrom: string;
  readonly serviceTo: string;
  readonly served: LengthOfService;
  /** 参加工作时间: the day of reporting in at the base. */
  readonly workStartDate: string;
  readonly yearlyGrades: readonly { readonly programmeYear: string; readonly grade: string }[];
  readonly awards: string;
  readonly ownSummary: string;
  readonly unitOpinion: string;
  readonly countyOpinion: string;
  /** 合格 or 不合格, empty while it is not decided. */
  readonly conclusion: string;
  readonly photo?: Uint8Array;
}

export async function renderAppraisalForm(form: AppraisalForm): Promise<Buffer> {
  const paper = new Paper(form, { title: '大学生志愿服务西部计划志愿者服务鉴定表', margin: 50 });
  title(paper, '大学生志愿服务西部计划志愿者服务鉴定表', undefined, form.verificationUrl);
  lineAbove(paper, `编号：${form.number}`);
  drawGrid(paper, {
    columns: [84, 104, 58, 78, 74, 98],
    rowHeight: 25,
    rows: [...personRows(form), ...serviceRows(form)],
  });
  drawGrid(paper, { columns: [84, 412], rows: opinionRows(form) });
  return paper.finish();
}

function personRows(form: AppraisalForm): Cell[][] {
  return [
    [
      label('姓名'),
      value(form.name),
      label('性别'),
      value(form.sex, { columns: 2 }),
      value('照片', { rows: 4, align: 'center', ...photoIn(form.photo) }),
    ],
    [label('出生日期'), value(dateInWords(form.birthDate)), label('民族'), value(form.ethnicGroup, { columns: 2 })],
    [label('政治面貌'), value(form.politicalStatus, { columns: 4 })],
    [label('身份证号'), value(maskIdentityNumber(form.identityNumber), { columns: 4 })],
    [label('毕业院校'), value(form.university, { columns: 2 }), label('学历'), value(form.education, { columns: 2 })],
    [label('所学专业'), value(form.major, { columns: 5 })],
  ];
}

function serviceRows(form: AppraisalForm): Cell[][] {
  return [
    [
      label('项目类别'),
      value(form.projectKind, { columns: 2 }),
      label('服务专项'),
      value(form.special, { columns: 2 }),
    ],
    [label('服务地'), value(form.place, { columns: 5 })],
    [label('服务单位'), value(form.unit, { columns: 2 }), label('服务岗位'), value(form.post, { columns: 2 })],
    [label('服务起止时间'), value(periodInWords(form.serviceFrom, form.serviceTo), { columns: 5 })],
    [
      label('实际服务年限'),
      value(lengthInWords(form.served), { columns: 2, weight: 'bold' }),
      label('参加工作时间'),
      value(dateInWords(form.workStartDate), { columns: 2, weight: 'bold' }),
    ],
  ];
}

function opinionRows(form: AppraisalForm): Cell[][] {
  const grades = form.yearlyGrades.map(({ programmeYear, grade }) => `${programmeYear}年度：${grade}`).join('；');
  const sealed = '负责人签字：________________　（盖章）　　年　　月　　日';
  return [
    [label('年度考核'), value(grades, { height: 25 })],
    [label('奖惩情况'), value(form.awards, { height: 34 })],
    [label('个人总结'), value(form.ownSummary, { height: 110, foot: '本人签名：________________　　年　　月　　日' })],
    [label('服务单位\n鉴定意见'), value(form.unitOpinion, { height: 84, foot: sealed })],
    [label('旗县项目办\n鉴定意见'), value(form.countyOpinion, { height: 84, foot: sealed })],
    [label('鉴定结论'), value(form.conclusion, { height: 26, weight: 'bold' })],
  ];
}
