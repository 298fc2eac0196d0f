import { maskIdentityNumber } from '@xibu/domain';
import { lineAbove, paragraph, signatures, title } from '../paper/blocks.js';
import { dateInWords } from '../paper/chinese-words.js';
import { drawGrid, label, value } from '../paper/grid.js';
import { Paper, type Printing } from '../paper/paper.js';

/** 派遣交接名册: after training the county fetches its volunteers and signs for them. */
export interface DispatchList extends Printing {
  readonly programmeYear: string;
  /** 科尔沁右翼前旗. */
  readonly county: string;
  /** `YYYY-MM-DD`. */
  readonly handedOverOn: string;
  readonly place: string;
  readonly handedOverBy: string;
  readonly takenOverBy: string;
  readonly rows: readonly {
    readonly name: string;
    readonly sex: string;
    readonly identityNumber: string;
    readonly mobilePhone: string;
    readonly university: string;
    readonly special: string;
    readonly unit: string;
    readonly post: string;
  }[];
}

const heads = ['序号', '姓名', '性别', '身份证号', '手机号码', '毕业院校', '专项', '服务单位', '服务岗位', '本人签名'];

export async function renderDispatchList(list: DispatchList): Promise<Buffer> {
  const paper = new Paper(list, { title: '大学生志愿服务西部计划志愿者派遣交接名册', landscape: true, margin: 42 });
  title(
    paper,
    '大学生志愿服务西部计划志愿者派遣交接名册',
    `（${list.programmeYear}年度　${list.county}）`,
    list.verificationUrl,
  );
  lineAbove(paper, `交接地点：${list.place}`, `交接日期：${dateInWords(list.handedOverOn)}`);
  drawGrid(paper, {
    columns: [28, 60, 30, 102, 72, 104, 74, 138, 88, 58],
    size: 9,
    rowHeight: 24,
    after: 110,
    head: [heads.map((text) => label(text, { weight: 'bold' }))],
    rows: list.rows.map((row, index) => [
      value(String(index + 1), { align: 'center' }),
      value(row.name, { align: 'center' }),
      value(row.sex, { align: 'center' }),
      value(maskIdentityNumber(row.identityNumber), { align: 'center' }),
      value(row.mobilePhone, { align: 'center' }),
      value(row.university),
      value(row.special, { align: 'center' }),
      value(row.unit),
      value(row.post),
      value(''),
    ]),
  });
  paper.y += 8;
  const women = list.rows.filter((row) => row.sex === '女').length;
  paragraph(
    paper,
    `本册共${list.rows.length}人，其中女性${women}人。以上人员及其报到材料已当面清点无误，自交接之时起由接收方负责组织、管理和安全保障。`,
    { size: 10, isIndented: false },
  );
  signatures(paper, [
    `移交方（盖章）：${list.handedOverBy}\n经办人签字：________________`,
    `接收方（盖章）：${list.takenOverBy}\n经办人签字：________________`,
  ]);
  return paper.finish();
}
