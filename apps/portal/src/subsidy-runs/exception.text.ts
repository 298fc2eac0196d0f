import { texts } from '../language/texts.js';

export const exceptionText = texts(
  {
    exceptionList: '发放例外',
    detail: '情况',
    origin: '来源',
    origins: { run: '测算', bank: '银行' },
    exceptionStates: { open: '未处理', proposed: '待确认', settled: '已处理' },
    settleMany: '提出处理…',
    settleManyQuestion: (count: number) => `提出处理选中的 ${count} 个例外`,
    confirmMany: '确认处理…',
    confirmManyQuestion: (count: number) => `确认选中的 ${count} 个例外已处理`,
    exceptionsNone: '没有例外',
  },
  {
    exceptionList: 'Exceptions of pay',
    detail: 'What is wrong',
    origin: 'Origin',
    origins: { run: 'Calculation', bank: 'Bank' },
    exceptionStates: { open: 'Open', proposed: 'To be confirmed', settled: 'Settled' },
    settleMany: 'Propose to settle…',
    settleManyQuestion: (count) => `Propose to settle the ${count} selected`,
    confirmMany: 'Confirm…',
    confirmManyQuestion: (count) => `Confirm that the ${count} selected are settled`,
    exceptionsNone: 'No exceptions',
  },
);
