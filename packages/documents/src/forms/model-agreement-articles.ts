import { formatYuan } from '@xibu/domain';
import { periodInWords } from '../paper/chinese-words.js';
import type { AgreementArticle } from './three-party-agreement.js';

/** What a model agreement says that differs from case to case. */
export interface AgreementTerms {
  readonly projectKind: string;
  readonly special: string;
  readonly place: string;
  readonly post: string;
  readonly duties: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** How board and lodging are provided: in kind, or in cash (内团联发〔2023〕6号: not less than 500 yuan a month). */
  readonly boardAndLodging: { readonly inKind: string } | { readonly cashFenPerMonth: number };
  /** Where a dispute that cannot be talked through goes. */
  readonly disputes: string;
}

/**
 * A text to start from. The official wording of the agreement is not published; these articles only put the duties that
 * 内团联发〔2023〕6号 gives to each side into the form of an agreement. The office that uses them reads them first.
 */
export function modelAgreementArticles(terms: AgreementTerms): readonly AgreementArticle[] {
  return [
    {
      heading: '服务内容与期限',
      paragraphs: [
        `丙方参加西部计划${terms.projectKind}${terms.special}专项，在${terms.place}从事${terms.post}岗位志愿服务，主要内容：${terms.duties}。`,
        `服务期自${periodInWords(terms.from, terms.to)}。协议一年一签，服务总期限为一至三年。`,
      ],
    },
    countyDuties(terms),
    unitDuties(terms),
    volunteerDuties,
    {
      heading: '岗位调整',
      paragraphs: [
        '丙方应在本协议约定的岗位服务。因特殊原因确需调整的，由丙方或乙方提出书面申请，按规定程序批准并签订补充协议；原则上不得跨盟市调整。',
      ],
    },
    {
      heading: '协议的变更、终止与争议',
      paragraphs: [
        '经三方协商一致可以变更或提前终止本协议。丙方违反志愿者管理规定、逾期不归或者因健康原因不能继续服务的，按有关规定处理，并听取丙方的陈述和申辩。',
        `因履行本协议发生争议的，三方应协商解决；协商不成的，${terms.disputes}。`,
      ],
    },
    {
      heading: '其他',
      paragraphs: [
        '本协议一式三份，三方各执一份，自三方签字盖章之日起生效。未尽事宜按国家和自治区西部计划有关规定执行。',
      ],
    },
  ];
}

function countyDuties(terms: AgreementTerms): AgreementArticle {
  const living =
    'inKind' in terms.boardAndLodging
      ? `与乙方共同提供必要的食宿条件：${terms.boardAndLodging.inKind}`
      : `与乙方按每月${formatYuan(terms.boardAndLodging.cashFenPerMonth)}的标准发放生活补贴，用于食宿`;
  return {
    heading: '甲方的责任',
    paragraphs: [
      '（一）负责丙方的日常管理、年度考核和服务期满鉴定，按规定办理请假、岗位调整、离岗等手续。',
      '（二）协调有关部门按月足额发放工作生活补贴，落实社会保险和重大疾病、人身意外伤害等商业保险。',
      `（三）${living}。`,
      '（四）建立安全管理和突发事件应急处理机制，按月报告在岗情况和安全情况。',
    ],
  };
}

function unitDuties(terms: AgreementTerms): AgreementArticle {
  return {
    heading: '乙方的责任',
    paragraphs: [
      `（一）安排丙方在${terms.post}岗位服务，指定专人联系和指导，不安排与服务内容无关的、有安全风险的工作。`,
      '（二）提供必要的工作和生活便利，承担日常管理责任，如实记录丙方的在岗情况。',
      '（三）发生疾病、事故或者其他突发情况时，立即救助并报告甲方。',
      '（四）配合甲方做好考核和鉴定。',
    ],
  };
}

const volunteerDuties: AgreementArticle = {
  heading: '丙方的权利与责任',
  paragraphs: [
    '（一）依照规定享受补贴、保险和服务期满后的各项政策；对与本人有关的事项有权了解、查询和提出意见。',
    '（二）遵守法律法规、志愿者管理规定和乙方的规章制度，尊重当地风俗习惯，按要求完成服务工作。',
    '（三）离开服务地须事先请假，按时销假；注意人身、财产和交通安全。',
    '（四）服务期满或者提前离岗时，做好工作交接。',
  ],
};
