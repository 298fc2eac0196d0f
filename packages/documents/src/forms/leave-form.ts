import { lineAbove, paragraph, title } from '../paper/blocks.js';
import { dateInWords } from '../paper/chinese-words.js';
import { type Cell, drawGrid, label, value } from '../paper/grid.js';
import { faint, line, Paper, type Printing } from '../paper/paper.js';

/** 请假单 with the slip for the return (销假). */
export interface LeaveForm extends Printing {
  readonly name: string;
  readonly county: string;
  readonly unit: string;
  readonly post: string;
  readonly mobilePhone: string;
  /** 事假, 病假, … */
  readonly kind: string;
  readonly reason: string;
  /** `YYYY-MM-DD`, both days included. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly destination: string;
  readonly emergencyContact: string;
  /** Who decides in which order, as the length of the leave asks for it; empty opinion and day: to be filled in by hand. */
  readonly opinions: readonly {
    readonly office: string;
    readonly opinion: string;
    readonly signedBy: string;
    readonly on: string | null;
  }[];
  readonly requestedOn: string;
}

export async function renderLeaveForm(form: LeaveForm): Promise<Buffer> {
  const paper = new Paper(form, { title: '大学生志愿服务西部计划志愿者请假单' });
  title(paper, '大学生志愿服务西部计划志愿者请假单', undefined, form.verificationUrl);
  lineAbove(paper, `编号：${form.number}`, `申请日期：${dateInWords(form.requestedOn)}`);
  drawGrid(paper, { columns: [80, 161, 80, 161], rowHeight: 26, rows: requestRows(form) });
  drawGrid(paper, { columns: [80, 402], rows: form.opinions.map(opinionRow) });
  paper.y += 8;
  const note = '假期未满提前返岗或期满返岗，均应当日销假；需延长的，应在假期届满前重新申请。病假须附医院证明。';
  paragraph(paper, note, { size: 9, color: faint, isIndented: false });
  returnSlip(paper, form);
  return paper.finish();
}

function requestRows(form: LeaveForm): Cell[][] {
  return [
    [label('姓名'), value(form.name), label('联系电话'), value(form.mobilePhone)],
    [label('服务旗县'), value(form.county), label('服务单位'), value(form.unit)],
    [label('服务岗位'), value(form.post), label('请假类别'), value(form.kind)],
    [
      label('请假时间'),
      value(`${dateInWords(form.from)}至${dateInWords(form.to)}（共${form.days}天）`, { columns: 3 }),
    ],
    [label('去向'), value(form.destination), label('紧急联系人'), value(form.emergencyContact)],
    [label('请假事由'), value(form.reason, { columns: 3, height: 76, foot: '本人签名：________________' })],
  ];
}

function opinionRow({ office, opinion, signedBy, on }: LeaveForm['opinions'][number]): Cell[] {
  const foot = `签字：${signedBy || '________________'}　（盖章）　${on ? dateInWords(on) : '　　年　　月　　日'}`;
  return [label(`${office}\n意见`), value(opinion, { height: 74, foot })];
}

function returnSlip(paper: Paper, form: LeaveForm): void {
  paper.need(190);
  paper.y += 12;
  paper.pdf.lineWidth(0.6).strokeColor(line).dash(4, { space: 3 });
  paper.pdf
    .moveTo(paper.left, paper.y)
    .lineTo(paper.left + paper.width, paper.y)
    .stroke()
    .undash();
  paper.y += 14;
  paper.write('销　假　单', paper.left, paper.y, paper.width, { size: 14, weight: 'bold', align: 'center' });
  paper.y += 28;
  drawGrid(paper, {
    columns: [80, 161, 80, 161],
    rowHeight: 26,
    rows: [
      [label('姓名'), value(form.name), label('请假单编号'), value(form.number)],
      [label('实际返岗时间'), value('　　年　　月　　日　　时'), label('实际请假天数'), value('')],
      [
        label('服务单位\n确认'),
        value('', { height: 62, foot: '签字：____________\n年　　月　　日' }),
        label('旗县项目办\n确认'),
        value('', { height: 62, foot: '签字：____________\n年　　月　　日' }),
      ],
    ],
  });
}
