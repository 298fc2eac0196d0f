import type { RefusalText } from '../refusal-text.js';

/** What is refused from the health examination to admission and its end. */
export const admissionRefusals = {
  'health-exam.closed': { status: 409, zh: '本批体检已结束录入', en: 'This batch takes no more results' },
  'health-exam.university-foreign': {
    status: 422,
    zh: '高校项目办只能组织本校的体检',
    en: 'A university opens batches of its own only',
  },
  'health-exam.not-in-batch': {
    status: 422,
    zh: '此人不在本批体检范围内',
    en: 'This person does not belong to the batch',
  },
  'health-exam.conclusion-missing': {
    status: 422,
    zh: '体检不合格须填写结论',
    en: 'A failed examination needs its conclusion',
  },
  'public-notice.nobody': {
    status: 422,
    zh: '本校没有体检合格、待公示的人员',
    en: 'Nobody of this university has passed the health examination and waits for a notice',
  },
  'public-notice.over': {
    status: 409,
    zh: '公示期已于 {closesOn} 结束，不再受理异议',
    en: 'The notice ended on {closesOn}; objections are no longer taken',
  },
  'public-notice.line-unknown': {
    status: 422,
    zh: '名单中没有第 {line} 号',
    en: 'The list has no line {line}',
  },
  'objection.decided': { status: 409, zh: '这条异议已处理', en: 'This objection has been decided' },
  'admission.notice-running': {
    status: 409,
    zh: '公示期至 {closesOn} 止，期满后方可确认录取',
    en: 'The notice runs to {closesOn}; admission follows after it',
  },
  'admission.objection-open': {
    status: 409,
    zh: '还有 {open} 条异议未处理',
    en: '{open} objections are not decided yet',
  },
  'admission.answered': { status: 409, zh: '您已确认接受', en: 'You have accepted already' },
  'admission.none': { status: 409, zh: '还没有确认通知书', en: 'There is no confirmation notice yet' },
  'document.unprintable': {
    status: 422,
    zh: '“{character}”这个字（{code}）无法打印，请联系项目办',
    en: 'The character "{character}" ({code}) cannot be printed; ask the office',
  },
  'reading.nothing-there': { status: 422, zh: '没有这项内容', en: 'There is nothing of this kind to show' },
  'teaching-group.account-taken': {
    status: 409,
    zh: '该账号本年度已有报名',
    en: 'This account already has an application this season',
  },
  'teaching-group.post-unsuited': {
    status: 422,
    zh: '岗位须为本年度全国项目的乡村教育岗位',
    en: 'The post must be one of rural education in the national project of this season',
  },
  'university.unknown': {
    status: 422,
    zh: '没有这所高校：{university}',
    en: 'There is no such university: {university}',
  },
} as const satisfies Record<string, RefusalText>;
