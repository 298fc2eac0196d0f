import type { RefusalText } from '../refusal-text.js';

const offices = {
  'office.exists': { status: 409, zh: '该项目办已经设立：{name}', en: 'This office is already open: {name}' },
  'office.parent-missing': {
    status: 422,
    zh: '上级项目办尚未设立：{parent}',
    en: 'The office above is not open: {parent}',
  },
  'office.not-above': {
    status: 403,
    zh: '只有上级项目办可以办理',
    en: 'Only an office above this one may do that',
  },
  'office.division-unknown': {
    status: 422,
    zh: '行政区划代码与层级不符：{division}',
    en: 'Not a division of this tier: {division}',
  },
  'office.university-unknown': {
    status: 422,
    zh: '全国普通高校名单中没有这所学校：{university}',
    en: 'Not in the list of universities: {university}',
  },
  'office.incomplete': { status: 422, zh: '设立项目办还缺少：{field}', en: 'To open this office, give: {field}' },
  'office.closed': { status: 409, zh: '该项目办已经撤销', en: 'This office is closed' },
  'office.open': { status: 409, zh: '该项目办没有撤销', en: 'This office is not closed' },
  'office.has-offices-below': {
    status: 409,
    zh: '下级还有 {count} 个项目办，不能撤销',
    en: 'There are {count} offices below; close them first',
  },
} as const satisfies Record<string, RefusalText>;

const accounts = {
  'account.login-taken': { status: 409, zh: '这个账号名已被使用', en: 'This login name is taken' },
  'account.email-taken': { status: 409, zh: '这个电子邮箱已被使用', en: 'This e-mail address is taken' },
  'account.login-invalid': {
    status: 422,
    zh: '账号名应以字母开头，由4至40个字母、数字、点、横线组成',
    en: 'A login name starts with a letter and has 4 to 40 letters, digits, dots and hyphens',
  },
  'account.name-invalid': { status: 422, zh: '姓名不正确：{reason}', en: 'The name is not valid: {reason}' },
  'account.mobile-invalid': {
    status: 422,
    zh: '手机号码不正确：{reason}',
    en: 'The mobile number is not valid: {reason}',
  },
  'account.role-of-other-tier': {
    status: 422,
    zh: '这一级项目办没有“{role}”岗位',
    en: 'An office of this tier has no such role: {role}',
  },
  'account.roles-conflict': {
    status: 422,
    zh: '经办与审批不能由同一账号担任',
    en: 'One account may not both prepare and approve',
  },
  'account.approver-needed': {
    status: 403,
    zh: '审批岗位的账号须由上级项目办或本项目办审批人开设',
    en: 'An approver is appointed by an office above or by an approver of the same office',
  },
  'account.closed': { status: 409, zh: '该账号已经注销', en: 'This account is closed' },
  'account.own-not-here': {
    status: 403,
    zh: '不能在这里办理自己的账号',
    en: 'One does not do this to one’s own account',
  },
  'account.demo-off': {
    status: 422,
    zh: '演示账号只能在演示系统中开设',
    en: 'Demonstration accounts exist only in a demonstration',
  },
  'password.weak': {
    status: 422,
    zh: '密码太弱：至少10个字符，含字母、数字、符号中的两种，且不含账号名',
    en: 'The password is too weak: 10 characters or more, two of letters, digits and signs, without the login name',
  },
  'password.same': { status: 422, zh: '新密码与旧密码相同', en: 'The new password is the old one' },
  'password.wrong': { status: 422, zh: '当前密码不正确', en: 'The current password is not right' },
  'password.temporary': {
    status: 403,
    zh: '临时密码只能使用一次，请设置新密码后登录',
    en: 'This password is temporary; choose a new one to sign in',
  },
} as const satisfies Record<string, RefusalText>;

const signIns = {
  'sign-in.wrong': { status: 401, zh: '账号或密码不正确', en: 'The account or the password is not right' },
  'sign-in.locked': {
    status: 429,
    zh: '连续输错次数过多，请在 {minutes} 分钟后再试',
    en: 'Too many wrong tries; try again in {minutes} minutes',
  },
  'sign-in.code-missing': { status: 401, zh: '请输入动态验证码', en: 'Please give the one-time code' },
  'sign-in.code-wrong': { status: 401, zh: '动态验证码不正确', en: 'The one-time code is not right' },
  'second-factor.enrolled': {
    status: 409,
    zh: '已启用动态验证码，请先停用',
    en: 'A second factor is in use; remove it first',
  },
  'second-factor.not-enrolled': { status: 409, zh: '尚未启用动态验证码', en: 'There is no second factor yet' },
  'gateway.unknown': {
    status: 403,
    zh: '只接受来自门户网关的请求',
    en: 'This is only answered through the front door',
  },
  'foundation.key-wrong': { status: 403, zh: '启动密钥不正确', en: 'The bootstrap key is not right' },
  'foundation.done': { status: 409, zh: '系统已经启用', en: 'The system has been founded already' },
} as const satisfies Record<string, RefusalText>;

const year = {
  'season.exists': { status: 409, zh: '{season} 年度已经启动', en: 'The season {season} is already open' },
  'season.years': {
    status: 422,
    zh: '年度应为相连的两年，例如 2023-2024',
    en: 'A season names two years in a row, such as 2023-2024',
  },
  'season.other-region': {
    status: 403,
    zh: '不是本地区的年度',
    en: 'This is not a season of your region',
  },
  'milestone.window-empty': {
    status: 422,
    zh: '“{milestone}”的截止时间须晚于开始时间',
    en: '"{milestone}" would end before it began',
  },
  'milestone.began': {
    status: 409,
    zh: '“{milestone}”已于 {opensAt} 开始，开始时间不能再改',
    en: '"{milestone}" has begun at {opensAt}; its beginning stands',
  },
  'milestone.closes-in-past': {
    status: 422,
    zh: '“{milestone}”正在进行，不能改为已经截止',
    en: '"{milestone}" is open; it cannot be made to have ended already',
  },
  'milestone.twice': {
    status: 422,
    zh: '“{milestone}”在同一通知中出现两次',
    en: '"{milestone}" stands twice in the same notice',
  },
  'milestone.change-decided': { status: 409, zh: '该调整已经办结', en: 'This change has been decided' },
  'rulebook.number-missing': {
    status: 422,
    zh: '规则缺少或多出数值：{name}',
    en: 'The rulebook lacks this number, or has one too many: {name}',
  },
  'rulebook.number-invalid': { status: 422, zh: '规则数值不正确：{name}', en: 'Not a possible value: {name}' },
  'rulebook.clause-missing': { status: 422, zh: '规则数值没有依据条款：{name}', en: 'No clause behind: {name}' },
  'rulebook.starts-too-early': {
    status: 422,
    zh: '生效日期须晚于现行规则（{after}），且不能早于今天',
    en: 'It must start after the rules in force ({after}), and not before today',
  },
  'rulebook.not-draft': { status: 409, zh: '该规则已经发布或作废', en: 'This rulebook is no longer a draft' },
  'rulebook.not-first': { status: 409, zh: '该年度已有规则', en: 'This season has a rulebook already' },
  'notice.number-taken': { status: 409, zh: '文号已被使用：{number}', en: 'This document number is taken: {number}' },
  'notice.no-recipients': {
    status: 422,
    zh: '所选范围内没有收文单位',
    en: 'There is no office to receive it in the scope chosen',
  },
  'notice.too-many-recipients': {
    status: 422,
    zh: '收文单位超过 {max} 个，请分级转发',
    en: 'More than {max} offices; let the offices below pass it on',
  },
  'notice.due-in-past': { status: 422, zh: '回执期限不能早于今天', en: 'The receipt cannot be due before today' },
} as const satisfies Record<string, RefusalText>;

export const programmeRefusals = { ...offices, ...accounts, ...signIns, ...year } as const satisfies Record<
  string,
  RefusalText
>;
