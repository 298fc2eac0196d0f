import { adjustmentRail } from '../adjustments/adjustments.rail.js';
import { admissionRail } from '../admissions/admissions.rail.js';
import { slipRail } from '../agency-slips/slips.rail.js';
import { agreementRail } from '../agreements/agreements.rail.js';
import { applicationRail } from '../applications/applications.rail.js';
import { appraisalRail } from '../appraisals/appraisals.rail.js';
import { cardRail } from '../bank-cards/cards.rail.js';
import { certificateRail } from '../certificates/certificates.rail.js';
import { countyRail } from '../counties/counties.rail.js';
import { dispatchRail } from '../dispatches/dispatches.rail.js';
import { examRail } from '../exam-sessions/exam.rail.js';
import { arrivalRail } from '../fund-arrivals/arrivals.rail.js';
import { gradeRail } from '../grades/grades.rail.js';
import { incidentRail } from '../incidents/incidents.rail.js';
import { claimRail } from '../insurance-claims/claims.rail.js';
import { policyRail } from '../insurance-policies/policies.rail.js';
import { leaveRail } from '../leaves/leaves.rail.js';
import { messageRail } from '../messages/messages.rail.js';
import { noticeRail } from '../notices/notices.rail.js';
import type { RailEntry } from '../office/rail.js';
import { officesRail } from '../offices/offices.rail.js';
import { operationRail } from '../operations/operations.rail.js';
import { holdRail } from '../payment-holds/holds.rail.js';
import { paymentRail } from '../payments/payments.rail.js';
import { postRail } from '../posts/posts.rail.js';
import { qualifiedRail } from '../qualified-lists/qualified.rail.js';
import { quotaRail } from '../quotas/quotas.rail.js';
import { reportRail } from '../reports/reports.rail.js';
import { roundRail } from '../rounds/rounds.rail.js';
import { boardRail } from '../season-board/board.rail.js';
import { insuredRail } from '../social-insurance/insured.rail.js';
import { runRail } from '../subsidy-runs/runs.rail.js';
import { ticketRail } from '../tickets/tickets.rail.js';
import { volunteerRail } from '../volunteers/volunteers.rail.js';

/** Every line of the rail, in the order of the year; a new noun adds its own here. Each role sees what it may open. */
export const officeRail: readonly RailEntry[] = [
  ...boardRail,
  ...quotaRail,
  ...countyRail,
  ...postRail,
  ...applicationRail,
  ...examRail,
  ...qualifiedRail,
  ...roundRail,
  ...admissionRail,
  ...dispatchRail,
  ...agreementRail,
  ...volunteerRail,
  ...leaveRail,
  ...reportRail,
  ...incidentRail,
  ...ticketRail,
  ...cardRail,
  ...runRail,
  ...claimRail,
  ...holdRail,
  ...adjustmentRail,
  ...slipRail,
  ...paymentRail,
  ...arrivalRail,
  ...policyRail,
  ...insuredRail,
  ...gradeRail,
  ...appraisalRail,
  ...certificateRail,
  ...messageRail,
  ...noticeRail,
  ...officesRail,
  ...operationRail,
];
