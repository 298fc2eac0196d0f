import { maskIdentityNumber, maskName } from '@xibu/domain';
import { paragraph, seal, title, verification } from '../paper/blocks.js';
import { dateInWords, periodInWords } from '../paper/chinese-words.js';
import { drawGrid, label, value } from '../paper/grid.js';
import { Paper, type Printing } from '../paper/paper.js';

/** 公示: names and numbers come in whole and are masked here, so that no caller can forget it. */
export interface PublicNoticeList extends Printing {
  readonly title: string;
  readonly introduction: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly identityNumber: string;
    readonly university: string;
    readonly special: string;
    readonly place: string;
  }[];
  /** The days of the notice, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** Where objections go: telephone, e-mail, room of an office. */
  readonly objectionsTo: string;
  readonly office: string;
  readonly issuedOn: string;
}

export async function renderPublicNoticeList(notice: PublicNoticeList): Promise<Buffer> {
  const paper = new Paper(notice, { title: notice.title });
  title(paper, notice.title, notice.number);
  for (const text of notice.introduction) paragraph(paper, text);
  paragraph(
    paper,
    `公示期为${periodInWords(notice.from, notice.to)}。公示期内，如对名单有异议，请以真实姓名反映情况。受理方式：${notice.objectionsTo}。`,
  );
  paper.y += 6;
  drawGrid(paper, {
    columns: [32, 52, 112, 112, 72, 130],
    size: 9.5,
    after: notice.verificationUrl ? 230 : 140,
    head: [
      ['序号', '姓名', '身份证号（脱敏）', '毕业院校', '专项', '服务地'].map((text) => label(text, { weight: 'bold' })),
    ],
    rows: notice.rows.map((row, index) => [
      value(String(index + 1), { align: 'center' }),
      value(maskName(row.name), { align: 'center' }),
      value(maskIdentityNumber(row.identityNumber), { align: 'center' }),
      value(row.university),
      value(row.special, { align: 'center' }),
      value(row.place),
    ]),
  });
  paper.y += 6;
  paragraph(paper, `（共${notice.rows.length}人）`, { isIndented: false, size: 9.5 });
  seal(paper, notice.office, dateInWords(notice.issuedOn));
  verification(paper, notice.verificationUrl);
  return paper.finish();
}
