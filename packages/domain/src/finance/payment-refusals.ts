import type { RefusalText } from '../refusal-text.js';

/** Bank cards, batches, what banks answer, and months that close. */
export const paymentRefusals = {
  'bank-card.number-invalid': { status: 422, zh: '{reason}', en: 'The bank card number is not valid: {reason}' },
  'bank-card.person-unknown': {
    status: 409,
    zh: '系统尚未收到您的姓名信息，请稍后再试',
    en: 'Your name is not known here yet; try again shortly',
  },
  'bank-card.name-differs': {
    status: 422,
    zh: '持卡人姓名须与本人姓名一致',
    en: 'The name on the card must be your own',
  },
  'bank-card.not-admitted': {
    status: 409,
    zh: '录取后方可登记银行卡',
    en: 'A bank card is registered after admission',
  },
  'bank-card.same': { status: 409, zh: '这张银行卡已经登记', en: 'This card is registered already' },
  'bank-card.shared': {
    status: 409,
    zh: '这张银行卡不能登记，请换一张本人的银行卡',
    en: 'This card cannot be registered; use another one of your own',
  },
  'bank-card.bank-not-asked': {
    status: 422,
    zh: '卡号校验位不符，须经银行确认后方可使用',
    en: 'The check digit does not fit; the bank has to confirm the number first',
  },
  'bank-card.wrong-step': {
    status: 409,
    zh: '该银行卡目前为“{status}”，不能进行这一步',
    en: 'This card stands at "{status}"; this step is not possible now',
  },
  'batch.profile-unknown': { status: 422, zh: '没有这种银行格式：{profile}', en: 'No such bank format: {profile}' },
  'batch.nothing-to-pay': {
    status: 409,
    zh: '目前没有可以支付的明细（{left} 笔暂不能支付）',
    en: 'There is nothing that can be paid now ({left} lines wait)',
  },
  'batch.does-not-fit': {
    status: 422,
    zh: '第 {row} 行放不进该银行格式：{reason}',
    en: 'Row {row} does not fit the format of this bank: {reason}',
  },
  'batch.wrong-step': {
    status: 409,
    zh: '该支付批次目前为“{status}”，不能进行这一步',
    en: 'This batch stands at "{status}"; this step is not possible now',
  },
  'batch.exported': { status: 409, zh: '该支付批次已经导出', en: 'This batch has been exported already' },
  'batch.not-exported': { status: 409, zh: '该支付批次尚未导出', en: 'This batch has not been exported yet' },
  'return-file.bad-format': {
    status: 422,
    zh: '回盘文件格式不正确：第 {row} 行第 {column} 列',
    en: 'The return file is not well formed: row {row}, column {column}',
  },
  'return-file.wrong-batch': {
    status: 422,
    zh: '回盘文件不属于支付批次 {batch}',
    en: 'The return file does not belong to the batch {batch}',
  },
  'return-file.totals-differ': {
    status: 422,
    zh: '回盘文件的笔数或金额合计与明细不符',
    en: 'Counts or totals of the return file are not those of its rows',
  },
  'payment.not-returned': {
    status: 409,
    zh: '这笔支付目前为“{state}”，没有退回',
    en: 'This payment stands at "{state}"; it has not come back',
  },
  'payment.replaced': { status: 409, zh: '这笔支付已有替代', en: 'Another payment has replaced this one already' },
  'payment.references-used-up': { status: 409, zh: '本月流水号已用完', en: 'The references of this month are used up' },
  'month.closed': { status: 409, zh: '{month} 已经结账', en: '{month} is closed' },
  'month.earlier-open': {
    status: 409,
    zh: '{month} 尚未结账，请按月份顺序结账',
    en: '{month} is not closed yet; months are closed in their order',
  },
  'month.not-closable': {
    status: 409,
    zh: '不能结账：{broken} 处不平，{pending} 笔在途，{waiting} 笔待付，{unreplaced} 笔退回未补，{exceptions} 项异常未处理，{missing} 人未列入，{run} 个批次未发放',
    en: 'It cannot close: {broken} sums differ, {pending} in process, {waiting} waiting, {unreplaced} returned, {exceptions} exceptions, {missing} people missing, {run} runs open',
  },
} as const satisfies Record<string, RefusalText>;
