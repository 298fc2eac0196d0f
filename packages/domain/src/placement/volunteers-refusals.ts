import type { RefusalText } from '../refusal-text.js';

/** People in service. */
export const volunteersRefusals = {
  'volunteer.wrong-step': {
    status: 409,
    zh: '志愿者 {number} 目前为“{status}”，不能进行这一步',
    en: 'Volunteer {number} stands at "{status}"; this step is not possible now',
  },
  'volunteer.not-serving': { status: 409, zh: '您目前不在服务期内', en: 'You are not in service now' },
  'check-in.wrong-confirmation': {
    status: 422,
    zh: '确认通知书编号与记录不符',
    en: 'The number of the confirmation notice is not the one on record',
  },
  'check-in.documents-missing': {
    status: 422,
    zh: '报到材料不齐：{missing}（须携带确认通知书、毕业证或学位证、本人身份证件）',
    en: 'Documents are missing: {missing} (confirmation notice, diploma or degree, identity document)',
  },
  'check-in.future-day': { status: 422, zh: '日期不能晚于今天', en: 'The day may not lie in the future' },
  'report-in.not-over': { status: 409, zh: '报到时间尚未结束', en: 'The report-in window has not closed yet' },
  'training.cancelled': { status: 409, zh: '该培训已取消', en: 'This training was cancelled' },
  'training.not-held-yet': { status: 409, zh: '培训尚未举行', en: 'This training has not been held yet' },
  'dispatch.nobody-trained': {
    status: 409,
    zh: '没有已完成培训、等待派遣的志愿者',
    en: 'Nobody is trained and waits to be dispatched',
  },
  'dispatch.confirmed': { status: 409, zh: '该名册已交接确认', en: 'This list was handed over already' },
  'dispatch.not-on-list': { status: 422, zh: '{number} 不在该名册中', en: '{number} is not on this list' },
  'agreement.not-open': {
    status: 409,
    zh: '该协议目前为“{status}”，不能签署',
    en: 'This agreement stands at "{status}" and cannot be signed',
  },
  'agreement.signed-already': {
    status: 409,
    zh: '本方已于 {at} 签署',
    en: 'This party signed at {at} already',
  },
  'agreement.too-late': {
    status: 409,
    zh: '签署期限已过（{until}）；确需补签的，由自治区项目办批准',
    en: 'The time for signing ended ({until}); the region may allow a late signature',
  },
  'registration.post-not-confirmed': {
    status: 422,
    zh: '请先确认服务岗位与协议一致',
    en: 'Confirm that the post is the agreed one',
  },
  'registration.not-declared': {
    status: 422,
    zh: '请声明所填信息真实有效',
    en: 'Declare that what you wrote is true',
  },
  'on-post.no-agreement': { status: 422, zh: '三方协议尚未签署完成', en: 'The three-party agreement is not signed' },
  'on-post.other-post': {
    status: 422,
    zh: '须按三方协议约定的岗位上岗',
    en: 'Only the agreed post may be taken up',
  },
  'on-post.not-registered': {
    status: 422,
    zh: '二次信息注册尚未完成：{missing}',
    en: 'The second registration is not complete: {missing}',
  },
  'on-post.no-diploma': { status: 422, zh: '到岗之前须获得毕业证书或学位证书', en: 'The diploma or degree is missing' },
  'on-post.no-cover': {
    status: 422,
    zh: '商业保险在 {on} 尚未生效，不能上岗',
    en: 'No commercial cover is in force on {on}',
  },
  'on-post.day': {
    status: 422,
    zh: '到岗日期须在 {from} 与 {to} 之间',
    en: 'The day must lie between {from} and {to}',
  },
  'leave.days': { status: 422, zh: '请假起止日期不正确', en: 'The days of the leave are not in order' },
  'leave.outside-service': {
    status: 422,
    zh: '请假须在服务期内（{from} 至 {to}）',
    en: 'Leave must lie within the service ({from} to {to})',
  },
  'leave.overlaps': { status: 409, zh: '与已有的请假日期重叠', en: 'It overlaps with another leave' },
  'leave.too-long': {
    status: 422,
    zh: '一次请假不超过 {max} 天（申请 {days} 天）',
    en: 'One leave may not be longer than {max} days ({days} were asked for)',
  },
  'leave.over-year': {
    status: 422,
    zh: '一年累计不超过 {max} 天，已用 {used} 天，本次 {days} 天',
    en: 'No more than {max} days a year: {used} are used, {days} were asked for',
  },
  'leave.no-hospital-note': { status: 422, zh: '病假须附医院证明', en: 'Sick leave needs a hospital note' },
  'leave.wrong-step': {
    status: 409,
    zh: '该请假目前为“{status}”，不能进行这一步',
    en: 'This leave stands at "{status}"; this step is not possible now',
  },
  'leave.not-yours-to-decide': {
    status: 403,
    zh: '{days} 天的请假现由“{tier}”审批',
    en: 'A leave of {days} days is with "{tier}" now',
  },
  'leave.return-day': { status: 422, zh: '返岗日期不正确', en: 'The day of the return is not possible' },
  'post-change.pending': { status: 409, zh: '已有一项未处理的调岗申请', en: 'Another change of post is not decided' },
  'post-change.wrong-step': {
    status: 409,
    zh: '该调岗申请已处理（{status}）',
    en: 'It was decided already ({status})',
  },
  'post-change.same-post': { status: 422, zh: '拟调岗位与现岗位相同', en: 'That is the present post' },
  'post-change.post-not-open': { status: 422, zh: '拟调岗位不存在或未开放', en: 'There is no such open post' },
  'post-change.no-seat': { status: 409, zh: '拟调岗位没有空余名额', en: 'That post has no free seat' },
  'post-change.quota-full': {
    status: 409,
    zh: '拟调入地的实施规模已满',
    en: 'The quota of that place is full',
  },
  'post-change.wrong-tier': {
    status: 403,
    zh: '该调岗由“{tier}”审批',
    en: 'This change is decided by "{tier}"',
  },
  'post-change.across-league-cities': {
    status: 422,
    zh: '服务岗位原则上不得跨盟市调整；确有特殊情况的须写明理由',
    en: 'Posts are not changed across league-cities in principle; an exception needs its reason',
  },
  'departure.pending': { status: 409, zh: '已有一项未处理的离岗事项', en: 'Another departure is not decided' },
  'departure.wrong-step': {
    status: 409,
    zh: '该离岗事项目前为“{status}”，不能进行这一步',
    en: 'This departure stands at "{status}"; this step is not possible now',
  },
  'departure.last-day': {
    status: 422,
    zh: '最后服务日须在 {from} 与 {to} 之间',
    en: 'The last day must lie between {from} and {to}',
  },
  'departure.not-heard': {
    status: 422,
    zh: '须先听取志愿者本人的陈述和申辩，并写明听取情况',
    en: 'The volunteer must be heard first; note what was said',
  },
  'departure.not-overdue': {
    status: 422,
    zh: '逾期未超过 {max} 天，不能以逾期不归提出终止',
    en: 'Not more than {max} days overdue: that is no ground',
  },
  'extension.pending': { status: 409, zh: '已提出延期申请', en: 'An extension was asked for already' },
  'extension.wrong-step': {
    status: 409,
    zh: '该延期申请目前为“{status}”，不能进行这一步',
    en: 'This extension stands at "{status}"; this step is not possible now',
  },
  'extension.term-max': {
    status: 422,
    zh: '服务期总计不超过 {max} 年',
    en: 'Service may not be longer than {max} years in all',
  },
  'extension.no-pass': { status: 422, zh: '年度考核合格后方可延期', en: 'Only after a pass in the yearly assessment' },
} as const satisfies Record<string, RefusalText>;
