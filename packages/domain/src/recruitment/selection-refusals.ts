import type { RefusalText } from '../refusal-text.js';

/** What is refused between the confirmation on the platform and the qualified list. */
export const selectionRefusals = {
  'import.rows-or-file': {
    status: 422,
    zh: '请提供数据行或电子表格，二者选一',
    en: 'Give either rows or a spreadsheet, one of the two',
  },
  'import.twice': { status: 422, zh: '同一份数据中重复出现', en: 'Stands twice in the same import' },
  'import.unknown-number': {
    status: 422,
    zh: '没有找到这个编号：{number}',
    en: 'There is no such number here: {number}',
  },
  'exam.wrong-step': {
    status: 409,
    zh: '考试目前处于“{status}”，不能进行这一步',
    en: 'The exam session stands at "{status}"; this step is not possible now',
  },
  'exam.times': { status: 422, zh: '结束时间应晚于开始时间', en: 'The end must lie after the start' },
  'exam.no-seats': { status: 422, zh: '至少要有一个考点、一个考场、一个座位', en: 'There must be at least one seat' },
  'exam.too-few-seats': {
    status: 422,
    zh: '座位不足，还缺 {missing} 个',
    en: 'There are not enough seats; {missing} are missing',
  },
  'exam.nobody-to-seat': {
    status: 422,
    zh: '没有已确认而未安排座位的报名人',
    en: 'Nobody who has confirmed is without a seat',
  },
  'exam.not-held-yet': {
    status: 409,
    zh: '考试于 {startsAt} 开始，之前不能录入成绩',
    en: 'The exam starts at {startsAt}; there are no scores before',
  },
  'exam.no-ticket': { status: 409, zh: '还没有准考证', en: 'There is no admission ticket yet' },
  'score.unclear': {
    status: 422,
    zh: '请填写成绩或缺考，二者选一',
    en: 'Give a score or mark as absent, one of the two',
  },
  'score.out-of-range': {
    status: 422,
    zh: '成绩应为 0 至 {max} 分，最多两位小数',
    en: 'A score lies between 0 and {max}, with at most two decimals',
  },
  'score.fixed': {
    status: 409,
    zh: '入围名单已审定，成绩不能再改',
    en: 'The qualified list is approved; scores stand',
  },
  'qualified-list.nobody-scored': {
    status: 422,
    zh: '没有待排名的成绩',
    en: 'There is nobody with a score who is not ranked yet',
  },
  'qualified-list.minimum': {
    status: 422,
    zh: '分数线应在 0 至 {max} 分之间',
    en: 'The minimum lies between 0 and {max}',
  },
  'qualified-list.wrong-step': {
    status: 409,
    zh: '名单目前处于“{status}”，不能审定',
    en: 'The list stands at "{status}" and cannot be approved',
  },
  'qualified-list.stale': {
    status: 409,
    zh: '名单编制后有 {changed} 人的成绩变动，请重新编制',
    en: 'Scores of {changed} people changed since it was prepared; prepare it again',
  },
} as const satisfies Record<string, RefusalText>;
