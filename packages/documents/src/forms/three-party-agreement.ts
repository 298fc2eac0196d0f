import { maskIdentityNumber } from '@xibu/domain';
import { paragraph, subheading, title } from '../paper/blocks.js';
import { dateInWords } from '../paper/chinese-words.js';
import { drawGrid, label, value } from '../paper/grid.js';
import { Paper, type Printing } from '../paper/paper.js';

export interface AgreementArticle {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/**
 * 志愿服务三方协议 between the county office, the service unit and the volunteer. The articles come in, because the office
 * that issues the agreement is answerable for its words; {@link modelAgreementArticles} gives a text to start from.
 */
export interface ThreePartyAgreement extends Printing {
  readonly programmeYear: string;
  readonly county: AgreementParty;
  readonly unit: AgreementParty;
  readonly volunteer: {
    readonly name: string;
    readonly sex: string;
    readonly identityNumber: string;
    readonly university: string;
    readonly mobilePhone: string;
    readonly address: string;
  };
  readonly articles: readonly AgreementArticle[];
  /** `YYYY-MM-DD` where the parties signed in the system, else null: room for ink. */
  readonly signedOn: string | null;
}

export interface AgreementParty {
  readonly name: string;
  readonly address: string;
  /** 负责人. */
  readonly head: string;
  readonly phone: string;
}

export async function renderThreePartyAgreement(agreement: ThreePartyAgreement): Promise<Buffer> {
  const paper = new Paper(agreement, { title: '大学生志愿服务西部计划志愿服务协议', margin: 62 });
  title(paper, '大学生志愿服务西部计划志愿服务协议', `（${agreement.programmeYear}年度）`, agreement.verificationUrl);
  const { county, unit, volunteer } = agreement;
  drawGrid(paper, {
    columns: [86, 150, 72, 160],
    rowHeight: 25,
    rows: [
      ...partyRows('甲方\n（旗县项目办）', county),
      ...partyRows('乙方\n（服务单位）', unit),
      [
        label('丙方\n（志愿者）', { rows: 3 }),
        value(`${volunteer.name}（${volunteer.sex}）`),
        label('毕业院校'),
        value(volunteer.university),
      ],
      [value(maskIdentityNumber(volunteer.identityNumber)), label('联系电话'), value(volunteer.mobilePhone)],
      [value(`住址：${volunteer.address}`, { columns: 3 })],
    ],
  });
  paper.y += 12;
  paragraph(
    paper,
    '为明确各方权利和义务，保障大学生志愿服务西部计划顺利实施，甲、乙、丙三方遵循自愿、平等、诚信的原则，订立本协议。',
  );
  agreement.articles.forEach((article, index) => {
    subheading(paper, `第${numberInWords(index + 1)}条　${article.heading}`);
    for (const text of article.paragraphs) paragraph(paper, text);
  });
  signed(paper, agreement);
  return paper.finish();
}

function partyRows(name: string, party: AgreementParty) {
  return [
    [label(name, { rows: 2 }), value(party.name), label('负责人'), value(party.head)],
    [value(`地址：${party.address}`), label('联系电话'), value(party.phone)],
  ];
}

function signed(paper: Paper, { signedOn, volunteer }: ThreePartyAgreement): void {
  const on = signedOn ? dateInWords(signedOn) : '　　年　　月　　日';
  paper.need(150);
  paper.y += 10;
  drawGrid(paper, {
    columns: [1, 1, 1],
    rows: [
      [
        value('甲方（盖章）', { height: 104, foot: `负责人签字：________\n${on}` }),
        value('乙方（盖章）', { height: 104, foot: `负责人签字：________\n${on}` }),
        value(`丙方　${signedOn ? volunteer.name : ''}`, { height: 104, foot: `本人签字：________\n${on}` }),
      ],
    ],
  });
  paper.y += 6;
}

/** 1 to 99 in Chinese: 十一. */
export function numberInWords(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[number % 10]}`;
}
