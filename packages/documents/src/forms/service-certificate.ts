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
    pageNumbers: false,
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
    .rect(30, 30, width - 60, height - 76)
    .stroke();
  paper.pdf
    .lineWidth(0.7)
    .rect(37, 37, width - 74, height - 90)
    .stroke();
}

function heading(paper: Paper): void {
  paper.y = 66;
  paper.write('大学生志愿服务西部计划', paper.left, paper.y, paper.width, { size: 15, align: 'center', spacing: 2 });
  paper.y += 30;
  const style: TextStyle = { size: 32, weight: 'bold', align: 'center', color: red, spacing: 10 };
  paper.write('志愿服务证书', paper.left + 5, paper.y, paper.width, style);
  paper.y += 66;
}

function body(paper: Paper, one: ServiceCertificate): void {
  const style: TextStyle = { size: 14.5, lineGap: 9 };
  const texts = [
    `${one.name}同志：`,
    `　　于${periodInWords(one.serviceFrom, one.serviceTo)}参加大学生志愿服务西部计划${one.projectKind}（${one.special}专项），在${one.place}${one.unit}从事志愿服务，服务期满，考核${one.grade}。`,
    '　　特发此证。',
  ];
  for (const text of texts) {
    paper.write(text, paper.left, paper.y, paper.width, style);
    paper.y += paper.heightOf(text, paper.width, style);
  }
  paper.y += 8;
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
  const height = 46;
  columns.forEach(([name, text], index) => {
    const width = (shares[index] ?? 0) * paper.width;
    paper.pdf.lineWidth(0.6).strokeColor('#b9a9a0').rect(x, paper.y, width, height).stroke();
    paper.write(name, x, paper.y + 6, width, { size: 9, color: faint, align: 'center' });
    paper.write(text, x + 3, paper.y + 22, width - 6, { size: 11, weight: 'bold', align: 'center' });
    x += width;
  });
  paper.y += height;
}

function issued(paper: Paper, one: ServiceCertificate): void {
  const bottom = paper.pdf.page.height - 66;
  if (one.verificationUrl) {
    drawQrCode(paper, one.verificationUrl, { x: paper.left - 8, y: bottom - 96, width: 92, height: 92 });
    const text = `证书编号：${one.number}\n扫码核验真伪，核验页面\n只显示脱敏信息。`;
    paper.write(text, paper.left + 94, bottom - 56, 220, { size: 9, color: faint, lineGap: 2 });
  }
  const width = 300;
  const x = paper.left + paper.width - width;
  paper.write(`${one.office}（盖章）`, x, bottom - 62, width, { size: 13, align: 'center' });
  paper.write(dateInWords(one.issuedOn), x, bottom - 36, width, { size: 13, align: 'center' });
}
