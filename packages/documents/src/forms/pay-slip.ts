import { dateOf, formatYuan, maskBankCard, maskIdentityNumber } from '@xibu/domain';
import { lineAbove, paragraph, title, verification } from '../paper/blocks.js';
import { dateInWords, fenInCapitals, monthInWords } from '../paper/chinese-words.js';
import { type Cell, drawGrid, label, value } from '../paper/grid.js';
import { faint, Paper, type Printing } from '../paper/paper.js';

/** One amount of a month with the sentence that explains it. */
export interface PaySlipLine {
  readonly name: string;
  /** How it was computed, for instance 每月2000.00元 × 31/31天. */
  readonly basis: string;
  /** Whole fen; a deduction is positive too. */
  readonly fen: number;
}

/** 工作生活补贴发放单 of one volunteer and one month. */
export interface PaySlip extends Printing {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly county: string;
  readonly unit: string;
  readonly projectKind: string;
  readonly daysOnPost: number;
  readonly daysOfMonth: number;
  readonly earnings: readonly PaySlipLine[];
  /** Withheld: the volunteer's own part of social insurance, recoveries. */
  readonly deductions: readonly PaySlipLine[];
  /** Paid by the employer on top; for information. */
  readonly employerParts: readonly PaySlipLine[];
  /** The sum that the run computed; the lines are added here and must give the same. */
  readonly netFen: number;
  readonly bank: string;
  readonly bankCard: string;
  /** `YYYY-MM-DD`; null while it has not been paid. */
  readonly paidOn: string | null;
  readonly office: string;
}

export async function renderPaySlip(slip: PaySlip): Promise<Buffer> {
  const net = sum(slip.earnings) - sum(slip.deductions);
  if (net !== slip.netFen) throw new RangeError(`the lines of the pay slip give ${net} fen, not ${slip.netFen}`);
  const paper = new Paper(slip, { title: '大学生志愿服务西部计划志愿者补贴发放单' });
  title(paper, '志愿者工作生活补贴发放单', `（${monthInWords(slip.month)}）`);
  lineAbove(paper, `编号：${slip.number}`, '金额单位：元');
  drawGrid(paper, { columns: [80, 161, 80, 161], rowHeight: 25, rows: personRows(slip) });
  drawGrid(paper, {
    columns: [80, 126, 186, 90],
    rowHeight: 24,
    head: [['类别', '项目', '计算依据', '金额'].map((text) => label(text, { weight: 'bold' }))],
    rows: [
      ...linesOf('应发', slip.earnings),
      total('应发合计', sum(slip.earnings)),
      ...linesOf('代扣', slip.deductions),
      total('代扣合计', sum(slip.deductions)),
      total('实发金额', net),
      [label('大写', { columns: 2 }), value(fenInCapitals(net), { columns: 2 })],
      ...linesOf('单位缴纳\n（不计入实发）', slip.employerParts),
    ],
  });
  paper.y += 10;
  paragraph(
    paper,
    `本单由${slip.office}根据当月在岗记录和有效标准计算。如有疑问，可在系统中查看每一项的计算过程，或向旗县项目办提出核对申请；经核对有误的，差额在以后月份补发或扣回，已发放的记录不作改动。`,
    { size: 9.5, color: faint, isIndented: false },
  );
  paragraph(paper, `制单日期：${dateInWords(dateOf(slip.createdAt))}`, { size: 9.5, color: faint, isIndented: false });
  verification(paper, slip.verificationUrl);
  return paper.finish();
}

function personRows(slip: PaySlip): Cell[][] {
  return [
    [label('姓名'), value(slip.name), label('身份证号'), value(maskIdentityNumber(slip.identityNumber))],
    [label('服务旗县'), value(slip.county), label('服务单位'), value(slip.unit)],
    [
      label('项目类别'),
      value(slip.projectKind),
      label('在岗天数'),
      value(`${slip.daysOnPost}天（当月${slip.daysOfMonth}天）`),
    ],
    [label('开户银行'), value(slip.bank), label('银行卡号'), value(maskBankCard(slip.bankCard))],
    [label('发放日期'), value(slip.paidOn ? dateInWords(slip.paidOn) : '待发放', { columns: 3 })],
  ];
}

function linesOf(kind: string, lines: readonly PaySlipLine[]): Cell[][] {
  return lines.map((one, index) => [
    ...(index === 0 ? [label(kind, { rows: lines.length })] : []),
    value(one.name),
    value(one.basis),
    value(formatYuan(one.fen), { align: 'right' }),
  ]);
}

function total(name: string, fen: number): Cell[] {
  return [label(name, { columns: 3, weight: 'bold' }), value(formatYuan(fen), { align: 'right', weight: 'bold' })];
}

function sum(lines: readonly PaySlipLine[]): number {
  return lines.reduce((fen, one) => fen + one.fen, 0);
}
