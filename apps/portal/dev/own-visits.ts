/** Somebody at an address; nobody is signed in where `as` is empty. */
interface Visit {
  readonly at: string;
  readonly as: string;
}

/** Pages about oneself, and what offices do with cards, covers, claims and terms; each as somebody who works there. */
const places: readonly (readonly [as: string, ...paths: string[]])[] = [
  ['', 'check/confirmation-notice/2023-15-0042/a.b.c', 'check/registration-form/2023-15-0042/a.b.c'],
  ['volunteer', 'mine/account', 'mine/data', 'mine/progress', 'mine/card', 'mine/coverage', 'mine/claims'],
  ['volunteer', 'mine/changes'],
  ['region', 'office/account', 'office/insurance-claims', 'office/insurance-claims/claim-1'],
  ['county-approver', 'office/coverage/people', 'office/coverage/people/p3'],
  ['county', 'office/insurance-claims/report'],
  ['finance', 'office/bank-cards', 'office/payments', 'office/fund-arrivals', 'office/fund-arrivals/many'],
  ['finance', 'office/social-insurance', 'office/agency-slips', 'office/agency-slips/import', 'office/pay-terms'],
  ['finance', 'office/agency-slips/slip-1', 'office/insurance-covers', 'office/adjustments/new'],
  ['county', 'office/payment-holds', 'office/payment-holds/people'],
  ['region', 'office/insurance-policies', 'office/adjustments'],
  ['region-approver', 'office/adjustments/adjustment-1', 'office/rulebooks/book-2', 'office/rulebooks/book-2/edit'],
  ['region', 'office/rounds/r-1/what-if'],
  ['university', 'office/applications/app-300/reveal'],
  ['university-approver', 'office/objections/objection-1'],
  ['county', 'office/appraisals'],
];

export const ownVisits: readonly Visit[] = places.flatMap(([as, ...paths]) =>
  paths.map((path) => ({ at: `/${path}`, as })),
);
