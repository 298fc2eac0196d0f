import { texts } from '../language/texts.js';

export const coverageText = texts(
  {
    number: '编号',
    kind: '类别',
    gaps: '保障缺口',
    gapsIntro: '在岗而没有保险、协议或补贴的日子，一天也不能漏。',
    gapKinds: { commercial: '商业保险', social: '社会保险', agreement: '三方协议', pay: '补贴' },
    gapStates: { open: '未解决', covered: '已补上', settled: '已说明' },
    from: '开始',
    to: '结束（不含）',
    days: '天数',
    settle: '说明…',
    settleQuestion: '说明这个缺口为什么不用补',
    settled: '已说明',
    gapsNone: '没有保障缺口',
  },
  {
    number: 'Number',
    kind: 'Kind',
    gaps: 'Coverage gaps',
    gapsIntro: 'Days on post without insurance, agreement or pay. Not one may be overlooked.',
    gapKinds: { commercial: 'Commercial insurance', social: 'Social insurance', agreement: 'Agreement', pay: 'Pay' },
    gapStates: { open: 'Open', covered: 'Covered', settled: 'Settled' },
    from: 'From',
    to: 'To (not included)',
    days: 'Days',
    settle: 'Settle…',
    settleQuestion: 'Why this gap needs no cover',
    settled: 'Settled',
    gapsNone: 'No gaps',
  },
);
