import { maskIdentityNumber } from '@xibu/domain';
import { dateInWords, lengthInWords, periodInWords } from '../paper/chinese-words.js';
import { faint, Paper, type Printing, type TextStyle } from '../paper/paper.js';
import { drawQrCode } from '../paper/qr-code.js';
import type { LengthOfService } from './appraisal-form.js';

/** 志愿服务证书: on one landscape page, with the service years and the start-of-work date (内团联发〔2023〕6号). */
export interface ServiceCertificate extends Printing {
  readonly name: string;
  readonly sex: string;
  readonly identityNumber: string;
  readonly university: string;
  readonly projectKind: string;
  readonly special: string;
  readonly place: string;
  readonly unit: string;
  /** `YYYY-MM-DD`. */
  readonly serviceFrom: string;
  readonly serviceTo: string;
  readonly served: LengthOfService;
  /** 参加工作时间: the day of reporting in at the base. */
  readonly workStartDate: string;
  /** 合格, 优秀. */
  readonly grade: string;
  readonly office: string;
  readonly issuedOn: string;
}

const red = '#9e1b1b';

export async function renderServiceCertificate(certificate: ServiceCertificate): Promise<Buffer> {
  const paper = new Paper(certificate, {
    title: '大学生志愿服务西部计划志愿服务证书',
    landscape: true,
    margin: 92,
    foot: 'nothing',
  });
  frame(paper);
  heading(paper);
  body(paper, certificate);
  facts(paper, certificate);
  issued(paper, certificate);
  return paper.finish();
}

function frame(paper: Paper): void {
  const { width, height } = paper.pdf.page;
  paper.pdf
    .strokeColor(red)
    .lineWidth(2.4)
    .rect(30, 30, width - 60, height - 60)
    .stroke();
  paper.pdf
    .lineWidth(0.7)
    .rect(37, 37, width - 74, height - 74)
    .stroke();
}

function heading(paper: Paper): void {
  paper.y = 80;
  paper.write('大学生志愿服务西部计划', paper.left, paper.y, paper.width, { size: 15, align: 'center', spacing: 2 });
  paper.y += 30;
  const style: TextStyle = { size: 32, weight: 'bold', align: 'center', color: red, spacing: 10 };
  paper.write('志愿服务证书', paper.left + 5, paper.y, paper.width, style);
  paper.y += 70;
}

function body(paper: Paper, one: ServiceCertificate): void {
  const style: TextStyle = { size: 14.5, lineGap: 10 };
  const texts = [
    `${one.name}同志：`,
    `　　于${periodInWords(one.serviceFrom, one.serviceTo)}参加大学生志愿服务西部计划${one.projectKind}（${one.special}专项），在${one.place}${one.unit}从事志愿服务，服务期满，考核${one.grade}。`,
    '　　特发此证。',
  ];
  for (const text of texts) {
    paper.write(text, paper.left, paper.y, paper.width, style);
    paper.y += paper.heightOf(text, paper.width, style);
  }
  paper.y += 12;
}

/** The four facts that other offices look for, side by side. */
function facts(paper: Paper, one: ServiceCertificate): void {
  const columns = [
    ['实际服务年限', lengthInWords(one.served)],
    ['参加工作时间', dateInWords(one.workStartDate)],
    ['性别', one.sex],
    ['身份证号', maskIdentityNumber(one.identityNumber)],
    ['毕业院校', one.university],
  ] as const;
  const shares = [0.18, 0.2, 0.08, 0.26, 0.28];
  let x = paper.left;
  const style: TextStyle = { size: 11, weight: 'bold', align: 'center' };
  const widthAt = (index: number) => (shares[index] ?? 0) * paper.width;
  const height = 30 + Math.max(...columns.map(([, text], index) => paper.heightOf(text, widthAt(index) - 6, style)));
  columns.forEach(([name, text], index) => {
    const width = widthAt(index);
    paper.pdf.lineWidth(0.6).strokeColor('#b9a9a0').rect(x, paper.y, width, height).stroke();
    paper.write(name, x, paper.y + 6, width, { size: 9, color: faint, align: 'center' });
    paper.write(text, x + 3, paper.y + 22, width - 6, style);
    x += width;
  });
  paper.y += height;
}

function issued(paper: Paper, one: ServiceCertificate): void {
  const bottom = paper.pdf.page.height - 56;
  const small: TextStyle = { size: 9, color: faint, lineGap: 2 };
  if (one.verificationUrl) {
    drawQrCode(paper, one.verificationUrl, { x: paper.left - 8, y: bottom - 116, width: 112, height: 112 });
    const text = `证书编号：${one.number}\n扫码核验真伪，核验页面\n只显示脱敏信息。`;
    paper.write(text, paper.left + 112, bottom - 56, 190, small);
  } else paper.write(`证书编号：${one.number}`, paper.left, bottom - 26, 220, small);
  const style: TextStyle = { size: 13, align: 'center' };
  const width = Math.min(paper.width - 290, Math.max(220, paper.widthOf(one.office, style) + 12));
  const x = paper.left + paper.width - width;
  const texts = [one.office, '（盖章）', dateInWords(one.issuedOn)];
  let y = bottom - 8 - texts.reduce((height, text) => height + paper.heightOf(text, width, style) + 4, 0);
  for (const text of texts) {
    paper.write(text, x, y, width, style);
    y += paper.heightOf(text, width, style) + 4;
  }
}
