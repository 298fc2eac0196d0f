import type { RefusalText } from '../refusal-text.js';
import { insuranceRefusals } from './insurance-refusals.js';
import { paymentRefusals } from './payment-refusals.js';

const terms = {
  'finance.foreign-place': {
    status: 422,
    zh: '{place} 不在您的管辖范围内',
    en: '{place} does not lie within your own place',
  },
  'adjustment.empty': { status: 422, zh: '没有填写任何标准', en: 'There is no row in it' },
  'adjustment.days-reversed': { status: 422, zh: '终止日应晚于起始日', en: 'The last day must follow the first' },
  'adjustment.rows-conflict': {
    status: 422,
    zh: '第 {row} 行与其他行冲突：{reason}',
    en: 'Row {row} does not fit the others: {reason}',
  },
  'adjustment.component-reserved': {
    status: 422,
    zh: '以“si-”开头的项目名留给社会保险',
    en: 'Components that begin with "si-" are those of social insurance',
  },
  'adjustment.below-minimum': {
    status: 422,
    zh: '食宿补贴每月不得少于 {minimumFen} 分',
    en: 'Cash instead of board and lodging is at least {minimumFen} fen a month',
  },
  'adjustment.person-unknown': {
    status: 422,
    zh: '没有这名志愿者：{accountId}',
    en: 'There is no such volunteer: {accountId}',
  },
  'adjustment.not-tried': {
    status: 409,
    zh: '批准前须先用上月数据试算',
    en: 'It has to be tried on last month before it is approved',
  },
  'adjustment.wrong-step': {
    status: 409,
    zh: '该调整目前为“{status}”，不能进行这一步',
    en: 'This adjustment stands at "{status}"; this step is not possible now',
  },
} as const satisfies Record<string, RefusalText>;

const funds = {
  'fund.in-the-future': { status: 422, zh: '日期晚于今天', en: 'The day lies in the future' },
  'fund.recorded': {
    status: 409,
    zh: '该文号的这笔资金已经登记',
    en: 'This amount has been recorded under this document already',
  },
  'fund.reversed': { status: 409, zh: '这笔到账已经冲回', en: 'This arrival has been reversed already' },
  'ledger.earmarked': {
    status: 422,
    zh: '专款专用：补贴资金与工作经费不得互相列支',
    en: 'Money is spent for what it was given: subsidies and office costs do not pay for each other',
  },
} as const satisfies Record<string, RefusalText>;

const attendance = {
  'attendance.nobody': {
    status: 422,
    zh: '{month} 本单位没有在岗志愿者',
    en: 'Nobody served at this unit in {month}',
  },
  'attendance.not-over': {
    status: 409,
    zh: '{month} 尚未结束，月末最后一日起可以确认考勤',
    en: '{month} is not over; it can be confirmed from its last day on',
  },
  'attendance.confirmed': {
    status: 409,
    zh: '{month} 的考勤已经确认，如需修改请更正',
    en: '{month} has been confirmed already; correct it instead',
  },
  'attendance.locked': {
    status: 409,
    zh: '{month} 的考勤已由旗县锁定',
    en: 'The county has locked the attendance of {month}',
  },
  'attendance.day-not-served': {
    status: 422,
    zh: '{day} 不是该志愿者当月在本单位的服务日',
    en: '{day} is no day of that month on which this volunteer served here',
  },
  'payment-hold.held': {
    status: 409,
    zh: '该志愿者的补贴已经暂缓发放',
    en: 'Payment to this volunteer is held already',
  },
  'payment-hold.lifted': { status: 409, zh: '暂缓发放已经解除', en: 'This hold has been lifted already' },
} as const satisfies Record<string, RefusalText>;

const runs = {
  'subsidy-run.exists': { status: 409, zh: '发放批次 {number} 已经建立', en: 'The run {number} is open already' },
  'subsidy-run.month-not-over': { status: 409, zh: '{month} 尚未结束', en: '{month} is not over' },
  'subsidy-run.wrong-step': {
    status: 409,
    zh: '该发放批次目前为“{status}”，不能进行这一步',
    en: 'This run stands at "{status}"; this step is not possible now',
  },
  'subsidy-run.earlier-open': {
    status: 409,
    zh: '{month} 的发放批次尚未发放，请按月份顺序办理',
    en: 'The run of {month} is not released yet; months are released in their order',
  },
  'subsidy-run.attendance-missing': {
    status: 409,
    zh: '以下单位尚未确认考勤：{units}；如需批准，请写明理由',
    en: 'These units have not confirmed their attendance: {units}; to approve all the same, give a reason',
  },
  'subsidy-run.overtaken': {
    status: 409,
    zh: '计算之后，{number} 已经发放了同一志愿者的补贴，请退回重新计算',
    en: 'Since this was calculated, {number} has paid one of its people; send it back and calculate again',
  },
  'subsidy-run.not-calculated': { status: 409, zh: '该发放批次尚未计算', en: 'This run has not been calculated yet' },
  'exception.wrong-step': {
    status: 409,
    zh: '该异常目前为“{state}”，不能进行这一步',
    en: 'This exception stands at "{state}"; this step is not possible now',
  },
  'exception.not-final': {
    status: 409,
    zh: '发放批次尚未发放，异常仍可能变化',
    en: 'The run is not released; the exception may still change',
  },
  'pay-slip.not-in-pay': {
    status: 409,
    zh: '{month} 没有发放记录，原因见异常说明',
    en: 'There is no pay for {month}; the exceptions say why',
  },
} as const satisfies Record<string, RefusalText>;

export const financeRefusals = {
  ...terms,
  ...funds,
  ...attendance,
  ...runs,
  ...paymentRefusals,
  ...insuranceRefusals,
} as const satisfies Record<string, RefusalText>;
