import type { RefusalText } from '../refusal-text.js';

export const assessmentRefusals = {
  'report.wrong-step': {
    status: 409,
    zh: '月报目前处于“{status}”，不能进行这一步',
    en: 'The report stands at "{status}"; this step is not possible now',
  },
  'report.unexplained': {
    status: 422,
    zh: '在岗人数 {given} 与系统统计 {expected} 不一致，请说明原因',
    en: '{given} on post differs from the {expected} that the system counts; please explain',
  },
  'incident.wrong-step': {
    status: 409,
    zh: '事件目前处于“{status}”，不能进行这一步',
    en: 'The incident stands at "{status}"; this step is not possible now',
  },
  'incident.in-future': { status: 422, zh: '发生时间不能晚于现在', en: 'It cannot have happened in the future' },
  'incident.own-conclusion': { status: 403, zh: '报告人不能作出结论', en: 'Whoever reported it may not conclude it' },
  'ticket.wrong-step': {
    status: 409,
    zh: '该事项目前处于“{status}”，不能进行这一步',
    en: 'The matter stands at "{status}"; this step is not possible now',
  },
  'ticket.not-owner': {
    status: 403,
    zh: '首问责任：只有当前承办人可以处理',
    en: 'First contact: only its present owner may act on it',
  },
  'grade.wrong-step': {
    status: 409,
    zh: '考核目前处于“{status}”，不能进行这一步',
    en: 'The assessment stands at "{status}"; this step is not possible now',
  },
  'grade.pool-exceeded': {
    status: 422,
    zh: '优秀 {excellent} 人，超过上限 {max} 人（在岗 {onPost} 人的 {percent}%）',
    en: '{excellent} excellent are more than {max} ({percent}% of {onPost} on post)',
  },
  'grade.ungraded': { status: 409, zh: '还有 {count} 人未评定等次', en: '{count} people have no grade yet' },
  'grade.objection-open': { status: 409, zh: '还有 {count} 件异议未处理', en: '{count} objections are still open' },
  'office-rating.wrong-step': { status: 409, zh: '该考核已经审定', en: 'This rating is decided already' },
  'appraisal.not-left': {
    status: 409,
    zh: '服务期满后才能作出鉴定',
    en: 'An appraisal is written when the service has ended',
  },
  'certificate.no-appraisal': { status: 409, zh: '尚未作出服务期满鉴定', en: 'There is no appraisal yet' },
  'certificate.not-passed': {
    status: 422,
    zh: '考核不合格或未服务期满，不能签发证书',
    en: 'No certificate without a completed service and a passing grade',
  },
  'certificate.revoked': { status: 409, zh: '证书已撤销', en: 'The certificate is revoked already' },
} as const satisfies Record<string, RefusalText>;
