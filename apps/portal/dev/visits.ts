/** Somebody at an address. */
export interface Visit {
  readonly at: string;
  /** Login name of a fixture account; nobody is signed in when it is empty. */
  readonly as: string;
  /** An address that says no, or that there is no such record. */
  readonly isNo?: boolean;
}

const own = 'applicant-returned';

/** Who goes where: every address, as those who work there. A page that is new adds its line. */
const places: readonly (readonly [as: string, ...paths: string[]])[] = [
  ['', '', 'sign-in', 'register', 'posts', 'results', 'public-notices', 'public-notices/n-1', 'contacts'],
  ['', 'official-notices', 'official-notices/no-1', 'certificates', 'certificates/ZS-2024-000123'],
  ['', 'certificates?number=ZS-2024-000123', 'certificates?number=ZS-unknown'],
  ['', 'check/confirmation-notice/2023-15-0042/a.b.c', 'check/registration-form/2023-15-0042/a.b.c'],
  ['applicant', 'mine'],
  ['applicant-long', 'mine'],
  ['applicant-confirm', 'mine', 'mine/confirm'],
  [own, 'mine', 'mine/sign-up/person', 'mine/sign-up/study', 'mine/sign-up/experience', 'mine/sign-up/wishes'],
  [own, 'mine/sign-up/review', 'mine/receipt', 'mine/confirm'],
  [
    'volunteer',
    'mine/exam',
    'mine/ranking',
    'mine/result',
    'mine/service',
    'mine/agreements/ag-1',
    'mine/registration',
  ],
  ['volunteer', 'mine/leaves', 'mine/tickets', 'mine/grades', 'mine/messages', 'mine/pay', 'mine/pay/2023-09'],
  ['volunteer', 'mine/account', 'mine/data', 'mine/progress', 'mine/card', 'mine/coverage', 'mine/claims'],
  ['volunteer', 'mine/changes'],
  ['faculty', 'office', 'office/faculty-review', 'office/faculty-review/one', 'office/faculty-review/one/app-0'],
  ['faculty', 'office/applications', 'office/losses', 'office/notices', 'office/messages'],
  ['university', 'office', 'office/university-review', 'office/university-review/one/app-100', 'office/applications'],
  ['university', 'office/applications?q=nobody', 'office/applications/app-300', 'office/exam-sessions'],
  [
    'university',
    'office/exam-sessions/ex-1',
    'office/health-exams',
    'office/health-exams/h-1',
    'office/public-notices',
  ],
  ['university', 'office/objections', 'office/admissions', 'office/losses', 'office/volunteers', 'office/grades'],
  ['university', 'office/applications/app-300/reveal'],
  ['university-approver', 'office', 'office/to-admit', 'office/objections', 'office/public-notices', 'office/accounts'],
  ['university-approver', 'office/objections/objection-1'],
  ['unit', 'office', 'office/posts', 'office/volunteers', 'office/agreements', 'office/leaves', 'office/attendances'],
  [
    'unit',
    'office/attendances/people',
    'office/incidents',
    'office/grades',
    'office/post-changes',
    'office/departures',
  ],
  [
    'county',
    'office',
    'office/season',
    'office/posts',
    'office/counties',
    'office/volunteers',
    'office/volunteers/v-1',
  ],
  ['county', 'office/agreements', 'office/agreements/unsigned', 'office/leaves', 'office/post-changes'],
  ['county', 'office/departures', 'office/extensions', 'office/reports', 'office/incidents', 'office/tickets'],
  ['county', 'office/attendances', 'office/subsidy-runs', 'office/subsidy-runs/run-2', 'office/pay-exceptions'],
  ['county', 'office/coverage', 'office/dispatches', 'office/trainings', 'office/grades', 'office/certificates'],
  ['county', 'office/insurance-claims/report', 'office/payment-holds', 'office/payment-holds/people'],
  ['county', 'office/appraisals', 'office/notices/no-1'],
  ['county-approver', 'office', 'office/posts', 'office/subsidy-runs', 'office/reports', 'office/leaves'],
  ['county-approver', 'office/coverage/people', 'office/coverage/people/p3'],
  ['finance', 'office', 'office/subsidy-runs', 'office/subsidy-runs/run-1', 'office/subsidy-runs/run-1/people'],
  ['finance', 'office/batches', 'office/batches/ba-1', 'office/reconciliation', 'office/reconciliation/2023-09'],
  ['finance', 'office/funds', 'office/ledger', 'office/ledger/postings', 'office/pay-exceptions', 'office/coverage'],
  ['finance', 'office/bank-cards', 'office/payments', 'office/fund-arrivals', 'office/fund-arrivals/many'],
  ['finance', 'office/social-insurance', 'office/agency-slips', 'office/agency-slips/import', 'office/pay-terms'],
  ['finance', 'office/agency-slips/slip-1', 'office/insurance-covers', 'office/adjustments/new'],
  ['finance-approver', 'office', 'office/batches', 'office/reconciliation/2023-09', 'office/pay-exceptions'],
  [
    'league-city',
    'office',
    'office/season',
    'office/reports',
    'office/leaves',
    'office/post-changes',
    'office/tickets',
  ],
  ['league-city', 'office/agreements/unsigned', 'office/counties', 'office/office-ratings', 'office/volunteers'],
  ['league-city-approver', 'office', 'office/post-changes', 'office/reports', 'office/incidents'],
  ['region', 'office', 'office/season', 'office/quotas', 'office/quotas/plans', 'office/quotas/transfers'],
  [
    'region',
    'office/counties',
    'office/counties/blocks',
    'office/posts',
    'office/exam-sessions',
    'office/exam-sessions/ex-1',
  ],
  ['region', 'office/qualified-lists', 'office/qualified-lists/q-1', 'office/rounds', 'office/rounds/r-1'],
  ['region', 'office/rounds/r-1/placements', 'office/health-exams', 'office/losses', 'office/dispatches'],
  ['region', 'office/trainings', 'office/reports', 'office/incidents', 'office/grades', 'office/excellent-list'],
  ['region', 'office/office-ratings', 'office/certificates', 'office/notices', 'office/notices/no-1'],
  ['region', 'office/notices/no-1/receipts', 'office/notices/issued', 'office/notices/overdue'],
  ['region', 'office/milestones', 'office/rulebooks'],
  ['region', 'office/rulebooks/rb-1', 'office/offices', 'office/accounts', 'office/messages', 'office/deliveries'],
  ['region', 'office/account', 'office/insurance-claims', 'office/insurance-claims/claim-1'],
  ['region', 'office/insurance-policies', 'office/adjustments', 'office/rounds/r-1/what-if'],
  ['region-approver', 'office', 'office/quotas/plans', 'office/quotas/transfers', 'office/counties', 'office/posts'],
  ['region-approver', 'office/qualified-lists', 'office/rounds/r-1', 'office/departures', 'office/extensions'],
  ['region-approver', 'office/milestones', 'office/rulebooks', 'office/office-ratings', 'office/counties/blocks'],
  ['region-approver', 'office/adjustments/adjustment-1', 'office/rulebooks/book-2', 'office/rulebooks/book-2/edit'],
  ['region-finance', 'office', 'office/funds', 'office/reconciliation/2023-09', 'office/batches'],
  ['national-officer', 'office', 'office/counties', 'office/posts', 'office/notices', 'office/offices'],
  ['national', 'office', 'office/season', 'office/quotas/plans', 'office/counties', 'office/volunteers'],
  [
    'auditor',
    'office',
    'office/audit',
    'office/audit/placement',
    'office/operations',
    'office/ledger',
    'office/deliveries',
  ],
  ['operator', 'office', 'office/operations', 'office/operations/placement', 'office/deliveries', 'office/messages'],
];

/** What is not there, what is not for everybody, and the gallery, which shows what a failure looks like. */
const noes: readonly Visit[] = [
  { at: '/dev/gallery.html', as: '', isNo: true },
  { at: '/nowhere', as: '', isNo: true },
  { at: '/office/applications/unknown', as: 'university', isNo: true },
  { at: '/office/faculty-review', as: 'county', isNo: true },
  { at: '/office', as: 'applicant', isNo: true },
];

export const visits: readonly Visit[] = [
  ...places.flatMap(([as, ...paths]) => paths.map((path) => ({ at: `/${path}`, as }))),
  ...noes,
];
