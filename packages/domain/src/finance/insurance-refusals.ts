import type { RefusalText } from '../refusal-text.js';

/** Commercial insurance, claims and coverage. */
export const insuranceRefusals = {
  'policy.exists': { status: 409, zh: '该保单号已经登记', en: 'This policy number is registered already' },
  'policy.sum-too-low': {
    status: 422,
    zh: '保额低于规定的 {minimumFen} 分',
    en: 'The sum insured is below the {minimumFen} fen that are demanded',
  },
  'policy.begins-late': {
    status: 422,
    zh: '保险须在 {day} 或之前生效',
    en: 'The insurance has to be in force by {day}',
  },
  'policy.ends-early': { status: 422, zh: '保险须保障至 {day}', en: 'The insurance has to last until {day}' },
  'policy.wrong-step': {
    status: 409,
    zh: '该保单目前为“{status}”，不能进行这一步',
    en: 'This policy stands at "{status}"; this step is not possible now',
  },
  'claim.in-the-future': { status: 422, zh: '日期晚于今天', en: 'The day lies in the future' },
  'claim.not-covered': {
    status: 422,
    zh: '{day} 没有生效的商业保险',
    en: 'There was no commercial insurance on {day}',
  },
  'claim.wrong-step': {
    status: 409,
    zh: '该理赔目前为“{status}”，不能进行这一步',
    en: 'This claim stands at "{status}"; this step is not possible now',
  },
  'coverage.wrong-step': {
    status: 409,
    zh: '该缺口目前为“{state}”，不能进行这一步',
    en: 'This gap stands at "{state}"; this step is not possible now',
  },
} as const satisfies Record<string, RefusalText>;
