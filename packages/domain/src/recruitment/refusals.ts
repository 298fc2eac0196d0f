import type { RefusalText } from '../refusal-text.js';
import { admissionRefusals } from './admission-refusals.js';
import { selectionRefusals } from './selection-refusals.js';

export const recruitmentRefusals = {
  ...selectionRefusals,
  ...admissionRefusals,
  'application.exists': {
    status: 409,
    zh: '本年度您已有报名记录，一人一年只能报名一次',
    en: 'You already have an application this season; one a person a year',
  },
  'application.wrong-step': {
    status: 409,
    zh: '报名目前处于“{status}”，不能进行这一步',
    en: 'The application stands at "{status}"; this step is not possible now',
  },
  'application.not-declared': { status: 422, zh: '请阅读并勾选承诺书', en: 'Please read and accept the declaration' },
  'application.incomplete': { status: 422, zh: '报名表还缺少：{fields}', en: 'The form still lacks: {fields}' },
  'application.identity-number-invalid': {
    status: 422,
    zh: '公民身份号码不正确：{reason}',
    en: 'The identity number is not valid: {reason}',
  },
  'application.identity-number-taken': {
    status: 409,
    zh: '该身份号码本年度已有报名，请联系学校项目办',
    en: 'This identity number already has an application this season; ask the office of your university',
  },
  'application.not-eligible': { status: 422, zh: '不符合报名条件：{rules}', en: 'Not eligible: {rules}' },
  'application.province-not-served': {
    status: 422,
    zh: '意向服务省须为本地区',
    en: 'The preferred province must be this region',
  },
  'application.special-unknown': {
    status: 422,
    zh: '本年度没有这个专项：{special}',
    en: 'There is no such special this season: {special}',
  },
  'application.term-years': {
    status: 422,
    zh: '服务期为 1 至 {max} 年',
    en: 'The term of service is 1 to {max} years',
  },
  'application.opinion-missing': {
    status: 422,
    zh: '退回或不通过须写明理由',
    en: 'To return or reject, give a reason',
  },
  'application.talk-missing': {
    status: 422,
    zh: '院系审核通过前须与报名人谈话并记录',
    en: 'The faculty must have talked with the applicant before passing',
  },
  'application.county-unknown': {
    status: 422,
    zh: '意向服务地须为本地区的旗县（{county}）',
    en: 'Intended places must be counties of this region ({county})',
  },
  'application.counties-count': {
    status: 422,
    zh: '意向服务地应选 1 至 {max} 个，且不能重复',
    en: 'Choose 1 to {max} different counties',
  },
} as const satisfies Record<string, RefusalText>;
