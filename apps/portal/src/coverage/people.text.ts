import { texts } from '../language/texts.js';

export const coveredText = texts(
  {
    title: '在岗人员保障',
    intro: '现在在岗的每个人由什么保障着。打开一个人，看逐月的保障日历。',
    number: '编号',
    agreement: '协议',
    commercial: '商业保险',
    insuredUntil: '社保缴到',
    paidUntil: '补贴发到',
    gaps: '未处理缺口',
    only: '只看',
    withGaps: '有缺口的',
    yes: '有',
    no: '没有',
    none: '没有在岗人员',
  },
  {
    title: 'Covered people',
    intro: 'What covers everybody on post today. Open a person for the months.',
    number: 'Number',
    agreement: 'Agreement',
    commercial: 'Commercial insurance',
    insuredUntil: 'Social insurance until',
    paidUntil: 'Paid until',
    gaps: 'Open gaps',
    only: 'Only',
    withGaps: 'with gaps',
    yes: 'yes',
    no: 'none',
    none: 'Nobody is on post',
  },
);
