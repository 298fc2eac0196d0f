import { dateOf } from '@xibu/domain';
import { lineAbove, paragraph, title } from '../paper/blocks.js';
import { dateInWords } from '../paper/chinese-words.js';
import { type Cell, drawGrid, label, value } from '../paper/grid.js';
import { faint, Paper, type Printing } from '../paper/paper.js';
import { photoIn } from '../paper/photo.js';

/** 《报名登记表》: everything in words, as it is to be read; an empty text leaves room to write by hand. */
export interface RegistrationForm extends Printing {
  /** 2023-2024. */
  readonly programmeYear: string;
  readonly name: string;
  readonly sex: string;
  readonly ethnicGroup: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly nativePlace: string;
  readonly politicalStatus: string;
  readonly identityNumber: string;
  readonly mobilePhone: string;
  readonly email: string;
  readonly health: string;
  readonly languages: string;
  readonly university: string;
  readonly faculty: string;
  readonly major: string;
  readonly education: string;
  readonly degree: string;
  /** `YYYY-MM`. */
  readonly graduation: string;
  readonly familyContact: string;
  /** 应届毕业生, 在读研究生, … */
  readonly category: string;
  /** 意向服务省 and 意向服务地, the most wished first. */
  readonly preferences: readonly string[];
  readonly special: string;
  readonly termWished: string;
  readonly acceptsReassignment: boolean;
  readonly skills: string;
  readonly studentPosts: string;
  readonly volunteering: string;
  readonly awards: string;
  /** JPEG or PNG. */
  readonly photo?: Uint8Array;
}

const pledge =
  '本人承诺：所填内容真实、准确、完整；自愿报名参加大学生志愿服务西部计划，已了解服务期限、服务内容和有关规定，入选后服从组织安排，按时报到，认真履行志愿服务协议。如有不实，愿承担相应责任。';

export async function renderRegistrationForm(form: RegistrationForm): Promise<Buffer> {
  const paper = new Paper(form, { title: '大学生志愿服务西部计划报名登记表', margin: 48 });
  title(paper, '大学生志愿服务西部计划报名登记表', `（${form.programmeYear}年度）`, form.verificationUrl);
  lineAbove(paper, `报名编号：${form.number}`, `打印日期：${dateInWords(dateOf(form.createdAt))}`);
  drawGrid(paper, {
    columns: [78, 92, 62, 82, 72, 78, 90],
    rows: [...personRows(form), ...studyRows(form)],
    rowHeight: 24,
  });
  drawGrid(paper, { columns: [78, 476], rows: longRows(form), rowHeight: 24 });
  drawGrid(paper, { columns: [78, 199, 78, 199], rows: opinionRows() });
  paper.y += 8;
  paragraph(paper, '注：本表由本人在系统填写后打印，经院系团委审核签字、盖章后交所在高校项目办备案。', {
    size: 8.5,
    color: faint,
    isIndented: false,
  });
  return paper.finish();
}

function personRows(form: RegistrationForm): Cell[][] {
  return [
    [
      label('姓名'),
      value(form.name),
      label('性别'),
      value(form.sex),
      label('民族'),
      value(form.ethnicGroup),
      value('照片', { rows: 5, align: 'center', ...photoIn(form.photo) }),
    ],
    [label('出生日期'), value(dateInWords(form.birthDate)), label('籍贯'), value(form.nativePlace, { columns: 3 })],
    [label('政治面貌'), value(form.politicalStatus, { columns: 3 }), label('健康状况'), value(form.health)],
    [label('公民身份号码'), value(form.identityNumber, { columns: 3 }), label('外语水平'), value(form.languages)],
    [label('手机号码'), value(form.mobilePhone), label('电子邮箱'), value(form.email, { columns: 3 })],
  ];
}

function studyRows(form: RegistrationForm): Cell[][] {
  return [
    [label('毕业院校'), value(form.university, { columns: 3 }), label('院系'), value(form.faculty, { columns: 2 })],
    [label('所学专业'), value(form.major, { columns: 3 }), label('毕业时间'), value(form.graduation, { columns: 2 })],
    [label('学历'), value(form.education, { columns: 3 }), label('学位'), value(form.degree, { columns: 2 })],
    [
      label('人员类别'),
      value(form.category, { columns: 3 }),
      label('意愿服务期'),
      value(form.termWished, { columns: 2 }),
    ],
    [
      label('报名专项'),
      value(form.special, { columns: 3 }),
      label('服从调剂'),
      value(form.acceptsReassignment ? '是' : '否', { columns: 2 }),
    ],
  ];
}

function longRows(form: RegistrationForm): Cell[][] {
  const places = form.preferences.map((place, index) => `${index + 1}. ${place}`).join('　　');
  return [
    [label('意向服务地'), value(places)],
    [label('家庭联系人'), value(form.familyContact)],
    [label('技能特长'), value(form.skills)],
    [label('学生干部\n任职经历'), value(form.studentPosts, { height: 40 })],
    [label('志愿服务\n经历'), value(form.volunteering, { height: 48 })],
    [label('奖惩情况'), value(form.awards, { height: 36 })],
    [label('本人承诺'), value(pledge, { foot: '本人签名：________________　　　　年　　月　　日' })],
  ];
}

function opinionRows(): Cell[][] {
  const opinion = (signer: string) =>
    value('', { height: 92, foot: `${signer}签字：________\n（盖章）　　　年　　月　　日` });
  return [[label('院系团委\n审核意见'), opinion('辅导员或团委书记'), label('高校项目办\n审核意见'), opinion('负责人')]];
}
