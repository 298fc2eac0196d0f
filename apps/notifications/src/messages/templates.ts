import { formatYuan } from '@xibu/domain';

/** A text in both languages; the reader's own is sent. */
interface Text {
  readonly subject: string;
  readonly text: string;
}
type Template<Values> = (values: Values) => { readonly zh: Text; readonly en: Text };

function template<Values>(make: Template<Values>): Template<Values> {
  return make;
}

const stages = { faculty: ['院系团委', 'the faculty'], university: ['学校项目办', 'the university office'] } as const;

/** Everything that people are told, by name. What a text quotes are values of facts, never another person's data. */
export const templates = {
  'application-submitted': template(({ number }: { number: string }) => ({
    zh: { subject: '报名已提交', text: `您的报名表（编号 ${number}）已提交。请打印报名表，签字后交所在院系团委审核。` },
    en: {
      subject: 'Application submitted',
      text: `Your application ${number} is submitted. Print the form, sign it and hand it in at your faculty.`,
    },
  })),
  'application-returned': template(({ stage, reason }: { stage: keyof typeof stages; reason: string }) => ({
    zh: {
      subject: '报名表需要补正',
      text: `${stages[stage][0]}退回了您的报名表：${reason}。请在报名截止前修改并重新提交。`,
    },
    en: {
      subject: 'Please correct your application',
      text: `Your application was returned by ${stages[stage][1]}: ${reason}. Correct it and submit it again before registration closes.`,
    },
  })),
  'application-rejected': template(({ stage, reason }: { stage: keyof typeof stages; reason: string }) => ({
    zh: { subject: '报名审核未通过', text: `${stages[stage][0]}审核未通过：${reason}。如有疑问，请与其联系。` },
    en: {
      subject: 'Application not passed',
      text: `Your application was not passed by ${stages[stage][1]}: ${reason}. Please ask them if anything is unclear.`,
    },
  })),
  'university-passed': template((_: object) => ({
    zh: {
      subject: '学校审核通过，请确认意向服务地',
      text: '您的报名已通过学校审核。请在截止前登录本平台确认报名信息并选择意向服务地；未确认的不能参加考试。',
    },
    en: {
      subject: 'Passed: now confirm your places',
      text: 'Your university has passed your application. Confirm it and choose your intended places before the deadline; without it you cannot sit the exam.',
    },
  })),
  'ticket-issued': template(
    ({ ticket, site, seat, startsAt }: { ticket: string; site: string; seat: string; startsAt: string }) => ({
      zh: {
        subject: '准考证已生成',
        text: `准考证号 ${ticket}，考点 ${site}，座位 ${seat}，开考时间 ${startsAt.slice(0, 16).replace('T', ' ')}。请打印准考证并携带身份证。`,
      },
      en: {
        subject: 'Your admission ticket',
        text: `Ticket ${ticket}, ${site}, seat ${seat}, at ${startsAt.slice(0, 16).replace('T', ' ')}. Bring the printed ticket and your identity card.`,
      },
    }),
  ),
  scored: template(({ score }: { score: string }) => ({
    zh: { subject: '考试成绩已公布', text: `您的笔试成绩为 ${score} 分。` },
    en: { subject: 'Exam score', text: `Your score is ${score}.` },
  })),
  placed: template(({ post }: { post: string }) => ({
    zh: {
      subject: '岗位匹配结果：已入选',
      text: `您已匹配到岗位：${post}。请按学校通知参加体检。登录可查看为什么是这个结果。`,
    },
    en: {
      subject: 'Placement: you have a post',
      text: `You are placed at: ${post}. Your university will call you for the health exam. Sign in to see why.`,
    },
  })),
  unplaced: template((_: object) => ({
    zh: {
      subject: '岗位匹配结果：进入后备',
      text: '本轮未匹配到岗位，您已进入后备库；派遣前如有流失将同等数额补招。登录可查看每个志愿的原因。',
    },
    en: {
      subject: 'Placement: on the reserve list',
      text: 'You have no post in this round and are on the reserve list; losses before dispatch are filled from it. Sign in to see the reason for each choice.',
    },
  })),
  'health-decided': template(({ passed }: { passed: boolean }) => ({
    zh: {
      subject: passed ? '体检合格' : '体检不合格',
      text: passed ? '您的体检结论为合格，将进入公示。' : '您的体检结论为不合格，不能录用。如有异议请联系学校项目办。',
    },
    en: {
      subject: passed ? 'Health exam passed' : 'Health exam not passed',
      text: passed
        ? 'You passed; the public notice follows.'
        : 'You did not pass and cannot be admitted. Ask the office of your university if you object.',
    },
  })),
  admitted: template(({ number }: { number: string }) => ({
    zh: {
      subject: '录取确认通知',
      text: `您已被录取，确认通知书编号 ${number}。请登录确认是否接受，并于报到时携带《确认通知书》、毕业证或学位证、身份证。`,
    },
    en: {
      subject: 'You are admitted',
      text: `Confirmation notice ${number}. Sign in to accept; bring the notice, your diploma or degree, and your identity card when you report in.`,
    },
  })),
  lost: template(({ reason }: { reason: string }) => ({
    zh: { subject: '录取资格已终止', text: `您的录取资格已终止（${reason}）。如有疑问请联系学校项目办。` },
    en: {
      subject: 'Admission ended',
      text: `Your admission has ended (${reason}). Ask the office of your university if anything is unclear.`,
    },
  })),
  'agreement-signed': template(({ from, to }: { from: string; to: string }) => ({
    zh: {
      subject: '三方服务协议已签订',
      text: `服务期 ${from} 至 ${to}。请完成二次信息注册：确认岗位、联系方式和银行卡。`,
    },
    en: {
      subject: 'Agreement signed',
      text: `Service from ${from} to ${to}. Complete the second registration: post, contact, bank card.`,
    },
  })),
  'leave-decided': template(({ from, to, approved }: { from: string; to: string; approved: boolean }) => ({
    zh: {
      subject: approved ? '请假已批准' : '请假未批准',
      text: `${from} 至 ${to} 的请假${approved ? '已批准，返岗后请及时销假' : '未批准'}。`,
    },
    en: {
      subject: approved ? 'Leave approved' : 'Leave not approved',
      text: `Leave from ${from} to ${to}: ${approved ? 'approved; report your return' : 'not approved'}.`,
    },
  })),
  'leave-overdue': template(({ days }: { days: number }) => ({
    zh: {
      subject: '请假逾期未归',
      text: `请假已逾期 ${days} 天。逾期超过规定天数未归按违约处理，请立即联系旗县项目办。`,
    },
    en: {
      subject: 'Leave overdue',
      text: `The leave is overdue by ${days} days. Staying away longer counts as breach; call the county office at once.`,
    },
  })),
  'payment-accepted': template(({ month, fen }: { month: string; fen: number }) => ({
    zh: {
      subject: `${month} 补贴已到账`,
      text: `${month} 的补贴 ${formatYuan(fen)} 已发放到您的银行卡。登录可查看明细。`,
    },
    en: {
      subject: `Subsidy for ${month} paid`,
      text: `${formatYuan(fen)} for ${month} reached your card. Sign in to see how it came about.`,
    },
  })),
  'payment-returned': template(({ month, reason }: { month: string; reason: string }) => ({
    zh: {
      subject: `${month} 补贴发放失败`,
      text: `银行退回了 ${month} 的补贴（${reason || '未说明'}）。请核对并更新银行卡，更正后将补发。`,
    },
    en: {
      subject: `Subsidy for ${month} was returned`,
      text: `The bank returned it (${reason || 'no reason given'}). Correct your bank card; it is then paid again.`,
    },
  })),
  'pay-late': template(({ month, dueOn }: { month: string; dueOn: string }) => ({
    zh: { subject: `${month} 补贴未按期发放`, text: `${month} 的补贴应于 ${dueOn} 前发放，目前尚未完成，请立即处理。` },
    en: { subject: `Subsidy for ${month} is late`, text: `It was due on ${dueOn} and has not been paid; please act.` },
  })),
  'coverage-gap': template(({ kind, from, to }: { kind: string; from: string; to: string }) => ({
    zh: { subject: '在岗人员保障缺口', text: `有在岗志愿者 ${from} 至 ${to} 缺少保障（${kind}），请登录处理。` },
    en: {
      subject: 'Gap in coverage',
      text: `Somebody on post lacks cover (${kind}) from ${from} to ${to}; sign in to act.`,
    },
  })),
  'report-late': template(({ month, dueOn }: { month: string; dueOn: string }) => ({
    zh: {
      subject: `${month} 月报逾期`,
      text: `${month} 在岗情况和安全事故月报应于 ${dueOn} 前报送，尚未收到。零报告也要报。`,
    },
    en: { subject: `Monthly report ${month} is late`, text: `It was due on ${dueOn}. A zero report is a report.` },
  })),
  'incident-reported': template(({ kind, level }: { kind: string; level: string }) => ({
    zh: { subject: '突发事件报告', text: `辖区内报告了突发事件：${kind}（${level}）。请登录查看并处置。` },
    en: {
      subject: 'Incident reported',
      text: `An incident was reported in your area: ${kind} (${level}). Sign in to act.`,
    },
  })),
  'grade-decided': template(({ grade }: { grade: string }) => ({
    zh: {
      subject: '年度考核结果',
      text: `您的年度考核等次为：${{ excellent: '优秀', good: '良好', pass: '合格', fail: '不合格' }[grade] ?? grade}。如有异议可在规定时间内提出。`,
    },
    en: { subject: 'Yearly grade', text: `Your grade: ${grade}. You may object within the stated time.` },
  })),
  'certificate-issued': template(({ number }: { number: string }) => ({
    zh: { subject: '服务证书已签发', text: `您的服务证书（编号 ${number}）已签发，可登录下载。` },
    en: { subject: 'Certificate issued', text: `Your certificate ${number} is ready; sign in to download it.` },
  })),
  'certificate-revoked': template(({ number, reason }: { number: string; reason: string }) => ({
    zh: { subject: '服务证书已撤销', text: `服务证书 ${number} 已撤销：${reason}。` },
    en: { subject: 'Certificate revoked', text: `Certificate ${number} was revoked: ${reason}.` },
  })),
  'ticket-answered': template((_: object) => ({
    zh: { subject: '您的来信来访已答复', text: '您反映的问题已有答复，请登录查看并评价。' },
    en: { subject: 'Your matter was answered', text: 'Sign in to read the answer and rate it.' },
  })),
  'notice-issued': template(({ number, title }: { number: string; title: string }) => ({
    zh: { subject: `通知：${title}`, text: `${number} ${title}。请登录阅读并回执。` },
    en: { subject: `Notice: ${title}`, text: `${number} ${title}. Sign in, read it and confirm receipt.` },
  })),
  'milestone-near': template(
    ({ what, closesAt, days }: { what: readonly [string, string]; closesAt: string; days: number }) => ({
      zh: { subject: `${what[0]}还剩 ${days} 天`, text: `${what[0]}将于 ${closesAt} 截止，请尽快完成。` },
      en: { subject: `${what[1]}: ${days} days left`, text: `${what[1]} closes at ${closesAt}. Please complete it.` },
    }),
  ),
} as const;

export type TemplateName = keyof typeof templates;
export type ValuesOf<Name extends TemplateName> = Parameters<(typeof templates)[Name]>[0];
