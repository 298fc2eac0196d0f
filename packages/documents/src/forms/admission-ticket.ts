import { maskIdentityNumber } from '@xibu/domain';
import { paragraph, seal, subheading, title } from '../paper/blocks.js';
import { dateInWords } from '../paper/chinese-words.js';
import { drawGrid, label, value } from '../paper/grid.js';
import { Paper, type Printing } from '../paper/paper.js';
import { photoIn } from '../paper/photo.js';

/** 准考证 of the unified recruitment exam. */
export interface AdmissionTicket extends Printing {
  readonly programmeYear: string;
  readonly name: string;
  readonly sex: string;
  /** Printed masked: whoever finds a lost ticket learns little. */
  readonly identityNumber: string;
  readonly university: string;
  readonly special: string;
  readonly ticketNumber: string;
  readonly sessions: readonly {
    readonly subject: string;
    /** 2023年5月27日 9:00-11:00. */
    readonly time: string;
    readonly site: string;
    readonly room: string;
    readonly seat: string;
  }[];
  /** What to bring and how to behave, one sentence each. */
  readonly rules: readonly string[];
  readonly office: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly photo?: Uint8Array;
}

export async function renderAdmissionTicket(ticket: AdmissionTicket): Promise<Buffer> {
  const paper = new Paper(ticket, { title: '大学生志愿服务西部计划招募考试准考证' });
  title(paper, '大学生志愿服务西部计划招募考试\n准考证', `（${ticket.programmeYear}年度）`, ticket.verificationUrl);
  drawGrid(paper, {
    columns: [76, 110, 60, 110, 110],
    rowHeight: 30,
    size: 10.5,
    rows: [
      [
        label('准考证号'),
        value(ticket.ticketNumber, { columns: 3, weight: 'bold' }),
        value('照片', { rows: 5, align: 'center', ...photoIn(ticket.photo) }),
      ],
      [label('姓名'), value(ticket.name), label('性别'), value(ticket.sex)],
      [label('身份证号'), value(maskIdentityNumber(ticket.identityNumber), { columns: 3 })],
      [label('毕业院校'), value(ticket.university, { columns: 3 })],
      [label('报名专项'), value(ticket.special, { columns: 3 })],
    ],
  });
  paper.y += 16;
  const heads = ['科目', '时间', '考点', '考场', '座位号'];
  drawGrid(paper, {
    columns: [72, 128, 160, 60, 46],
    rowHeight: 30,
    head: [heads.map((text) => label(text))],
    rows: ticket.sessions.map(({ subject, time, site, room, seat }) =>
      [subject, time, site, room, seat].map((text) => value(text, { align: 'center' })),
    ),
  });
  paper.y += 20;
  subheading(paper, '考生须知');
  ticket.rules.forEach((rule, index) => {
    paragraph(paper, `${index + 1}. ${rule}`, { isIndented: false, size: 10.5, after: 3 });
  });
  seal(paper, ticket.office, dateInWords(ticket.issuedOn));
  return paper.finish();
}
