/** What an account holds. Debit is positive: assets and expenses grow by it, debts and income by its opposite. */
export type AccountKind = 'asset' | 'debt' | 'income' | 'expense';

/**
 * What the money of an account is earmarked for. Part four, clause 4 of 内团联发〔2023〕6号 demands 专款专用: subsidy money
 * may not pay office costs, so every account belongs to one purpose and a posting balances within each.
 */
export type Purpose = 'subsidy' | 'office';

export interface Account {
  readonly id: string;
  readonly kind: AccountKind;
  readonly purpose: Purpose;
  readonly zh: string;
  readonly en: string;
}

/** The list of accounts; the county, project, source and budget year stand in each entry. */
export const accounts = [
  { id: 'subsidy-bank', kind: 'asset', purpose: 'subsidy', zh: '补贴资金存款', en: 'Subsidy money at the bank' },
  { id: 'subsidy-grant', kind: 'income', purpose: 'subsidy', zh: '补贴资金拨入', en: 'Grants for subsidies' },
  { id: 'living-subsidy', kind: 'expense', purpose: 'subsidy', zh: '工作生活补贴', en: 'Work-living subsidy' },
  { id: 'other-subsidy', kind: 'expense', purpose: 'subsidy', zh: '其他津贴补贴', en: 'Other allowances' },
  {
    id: 'employer-insurance',
    kind: 'expense',
    purpose: 'subsidy',
    zh: '单位社会保险缴费',
    en: 'Employer social insurance',
  },
  { id: 'commercial-insurance', kind: 'expense', purpose: 'subsidy', zh: '商业保险费', en: 'Commercial insurance' },
  { id: 'owed-to-volunteers', kind: 'debt', purpose: 'subsidy', zh: '应付志愿者补贴', en: 'Owed to volunteers' },
  { id: 'owed-to-agency', kind: 'debt', purpose: 'subsidy', zh: '应缴社会保险费', en: 'Owed to the insurance agency' },
  { id: 'withheld', kind: 'debt', purpose: 'subsidy', zh: '代扣个人社会保险费', en: 'Withheld from volunteers' },
  { id: 'office-bank', kind: 'asset', purpose: 'office', zh: '工作经费存款', en: 'Working money at the bank' },
  { id: 'office-grant', kind: 'income', purpose: 'office', zh: '工作经费拨入', en: 'Grants for working money' },
  { id: 'recruiting-costs', kind: 'expense', purpose: 'office', zh: '招募选拔经费', en: 'Recruiting' },
  { id: 'training-costs', kind: 'expense', purpose: 'office', zh: '培训派遣经费', en: 'Training and dispatch' },
  { id: 'publicity-costs', kind: 'expense', purpose: 'office', zh: '宣传经费', en: 'Publicity' },
  { id: 'administration-costs', kind: 'expense', purpose: 'office', zh: '日常管理经费', en: 'Administration' },
] as const satisfies readonly Account[];

export type AccountId = (typeof accounts)[number]['id'];
