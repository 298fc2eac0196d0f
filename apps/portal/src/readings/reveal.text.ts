import { texts } from '../language/texts.js';

export const revealText = texts(
  {
    title: '查看敏感信息',
    intro:
      '身份证号、体检结论加密保存，平时只显示一部分。确有需要才查看：要写理由，每看一次都有记录，本人能看到是谁、什么时候、为什么看的。',
    field: '要看什么',
    fields: { identityNumber: '身份证号', healthConclusion: '体检结论' },
    reason: '理由',
    reasonHint: '写清这一次为什么要看，本人会看到这句话。例如：核对身份证原件',
    reveal: '查看并留下记录',
    done: '已显示，这次查看已记录',
    shown: (what: string) => `${what}（一分钟后自动隐藏）`,
    hide: '隐藏',
    hidden: '已隐藏。再看要重新写理由。',
    back: '返回报名记录',
  },
  {
    title: 'See sensitive data',
    intro:
      'Identity numbers and health conclusions are kept sealed. Look only when you must: say why; every look is on record, and the person sees who looked, when and why.',
    field: 'What',
    fields: { identityNumber: 'Identity number', healthConclusion: 'Health conclusion' },
    reason: 'Reason',
    reasonHint: 'Why you look this time; the person reads this sentence. For instance: compared with the identity card',
    reveal: 'Look, on record',
    done: 'Shown; this look is on record',
    shown: (what) => `${what} (hidden again after a minute)`,
    hide: 'Hide',
    hidden: 'Hidden. To look again, say why again.',
    back: 'Back to the application',
  },
);
