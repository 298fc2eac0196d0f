import { accountPages } from '../accounts/accounts.pages.js';
import { adjustmentPages } from '../adjustments/adjustments.pages.js';
import { admissionPages } from '../admissions/admissions.pages.js';
import { slipPages } from '../agency-slips/slips.pages.js';
import { agreementPages } from '../agreements/agreements.pages.js';
import { applicationPages } from '../applications/applications.pages.js';
import { appraisalPages } from '../appraisals/appraisals.pages.js';
import { cardPages } from '../bank-cards/cards.pages.js';
import { certificatePages } from '../certificates/certificates.pages.js';
import { countyPages } from '../counties/counties.pages.js';
import { coveragePages } from '../coverage/coverage.pages.js';
import { dispatchPages } from '../dispatches/dispatches.pages.js';
import { checkPages } from '../document-checks/checks.pages.js';
import { examPages } from '../exam-sessions/exam.pages.js';
import { arrivalPages } from '../fund-arrivals/arrivals.pages.js';
import { gradePages } from '../grades/grades.pages.js';
import { incidentPages } from '../incidents/incidents.pages.js';
import { claimPages } from '../insurance-claims/claims.pages.js';
import { policyPages } from '../insurance-policies/policies.pages.js';
import { leavePages } from '../leaves/leaves.pages.js';
import { messagePages } from '../messages/messages.pages.js';
import { noticePages } from '../notices/notices.pages.js';
import { objectionPages } from '../objections/objections.pages.js';
import { officePages } from '../offices/offices.pages.js';
import { operationPages } from '../operations/operations.pages.js';
import { ownAccountPages } from '../own-account/own-account.pages.js';
import { ownDataPages } from '../own-data/own-data.pages.js';
import { payPages } from '../pay-slips/pay.pages.js';
import { holdPages } from '../payment-holds/holds.pages.js';
import { paymentPages } from '../payments/payments.pages.js';
import { resultPages } from '../placement-results/results.pages.js';
import { postPages } from '../posts/posts.pages.js';
import { publicPages } from '../public-notices/public.pages.js';
import { qualifiedPages } from '../qualified-lists/qualified.pages.js';
import { quotaPages } from '../quotas/quotas.pages.js';
import { rankingPages } from '../rankings/rankings.pages.js';
import { readingPages } from '../readings/readings.pages.js';
import { reportPages } from '../reports/reports.pages.js';
import { roundPages } from '../rounds/rounds.pages.js';
import { rulebookPages } from '../rulebooks/rulebooks.pages.js';
import { boardPages } from '../season-board/board.pages.js';
import { seasonPages } from '../seasons/seasons.pages.js';
import { changePages } from '../service-changes/changes.pages.js';
import { insuredPages } from '../social-insurance/insured.pages.js';
import { runPages } from '../subsidy-runs/runs.pages.js';
import { ticketPages } from '../tickets/tickets.pages.js';
import { volunteerPages } from '../volunteers/volunteers.pages.js';
import { whatIfPages } from '../what-if/what-if.pages.js';
import type { PageGroup } from './page.js';

/** Every page there is. A new noun adds its line here and, for the rail, in office-rail.ts. */
export const pageGroups: readonly PageGroup[] = [
  seasonPages,
  accountPages,
  publicPages,
  boardPages,
  quotaPages,
  countyPages,
  postPages,
  applicationPages,
  examPages,
  qualifiedPages,
  rankingPages,
  roundPages,
  resultPages,
  admissionPages,
  dispatchPages,
  agreementPages,
  volunteerPages,
  leavePages,
  reportPages,
  incidentPages,
  ticketPages,
  payPages,
  runPages,
  gradePages,
  certificatePages,
  messagePages,
  noticePages,
  officePages,
  operationPages,
  checkPages,
  ownAccountPages,
  ownDataPages,
  cardPages,
  coveragePages,
  claimPages,
  changePages,
  holdPages,
  paymentPages,
  arrivalPages,
  policyPages,
  insuredPages,
  slipPages,
  adjustmentPages,
  readingPages,
  objectionPages,
  appraisalPages,
  rulebookPages,
  whatIfPages,
];
