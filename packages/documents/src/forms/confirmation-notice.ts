import { maskIdentityNumber } from '@xibu/domain';
import { paragraph, seal, title, verification } from '../paper/blocks.js';
import { dateInWords, periodInWords } from '../paper/chinese-words.js';
import { drawGrid, label, value } from '../paper/grid.js';
import { Paper, type Printing } from '../paper/paper.js';

/** 《确认通知书》: shown on reporting in, together with diploma and identity card (内团联发〔2023〕6号). */
export interface ConfirmationNotice extends Printing {
  readonly programmeYear: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly university: string;
  readonly projectKind: string;
  readonly special: string;
  readonly place: string;
  readonly unit: string;
  readonly post: string;
  /** `YYYY-MM-DD`. */
  readonly serviceFrom: string;
  readonly serviceTo: string;
  /** 2023年7月24日 9:00-17:00. */
  readonly reportInTime: string;
  readonly reportInPlace: string;
  readonly toBring: readonly string[];
  readonly contact: string;
  readonly office: string;
  readonly issuedOn: string;
}

export async function renderConfirmationNotice(notice: ConfirmationNotice): Promise<Buffer> {
  const paper = new Paper(notice, { title: '大学生志愿服务西部计划确认通知书', margin: 64, foot: 'number' });
  paper.y += 14;
  title(paper, '大学生志愿服务西部计划\n确认通知书', notice.number);
  paper.y += 6;
  paragraph(paper, `${notice.name}同学：`, { isIndented: false, size: 12 });
  paragraph(
    paper,
    `经自愿报名、组织选拔、体检和公示，你已入选${notice.programmeYear}年度大学生志愿服务西部计划${notice.projectKind}。现将有关事项通知如下：`,
    { size: 12, lineGap: 6 },
  );
  paper.y += 4;
  drawGrid(paper, {
    columns: [86, 160, 76, 145],
    rowHeight: 27,
    size: 10.5,
    rows: [
      [
        label('身份证号'),
        value(maskIdentityNumber(notice.identityNumber)),
        label('毕业院校'),
        value(notice.university),
      ],
      [label('服务专项'), value(notice.special), label('服务地'), value(notice.place)],
      [label('服务单位'), value(notice.unit), label('服务岗位'), value(notice.post)],
      [label('服务期'), value(periodInWords(notice.serviceFrom, notice.serviceTo), { columns: 3 })],
      [label('报到时间'), value(notice.reportInTime, { columns: 3 })],
      [label('报到地点'), value(notice.reportInPlace, { columns: 3 })],
    ],
  });
  paper.y += 12;
  paragraph(paper, `报到时请携带：${notice.toBring.join('；')}。`, { size: 12, lineGap: 6 });
  paragraph(
    paper,
    `请按时报到并参加派遣前培训。因故不能报到的，请于报到前书面告知并说明原因；逾期不报到又未说明的，按放弃处理。联系方式：${notice.contact}。`,
    { size: 12, lineGap: 6 },
  );
  seal(paper, notice.office, dateInWords(notice.issuedOn));
  verification(paper, notice.verificationUrl);
  return paper.finish();
}
