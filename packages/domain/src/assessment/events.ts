import { fact } from '../facts.js';
import type { Grade } from '../programme-terms.js';

/** Key: county code and month, `152201:2023-09`. */
export const MonthlyReportSubmitted = fact<{
  readonly county: number;
  readonly month: string;
  readonly onPost: number;
  readonly accidents: number;
  readonly late: boolean;
}>('assessment.report.submitted.v1');
export const MonthlyReportLate = fact<{ readonly county: number; readonly month: string; readonly dueOn: string }>(
  'assessment.report.late.v1',
);
/** Key: incident. */
export const IncidentReported = fact<{
  readonly incidentId: string;
  readonly county: number;
  readonly unit: string;
  readonly kind: string;
  readonly level: string;
}>('assessment.incident.reported.v1');
/** Serious and due to poor management: no volunteers to that county and unit next year (notice 2.1.2). */
export const IncidentConcluded = fact<{
  readonly incidentId: string;
  readonly season: string;
  readonly county: number;
  readonly unit: string;
  readonly serious: boolean;
  readonly managementFault: boolean;
}>('assessment.incident.concluded.v1');
/** Key: volunteer. */
export const GradeDecided = fact<{
  readonly volunteerId: string;
  readonly accountId: string;
  readonly season: string;
  readonly county: number;
  readonly grade: Grade;
}>('assessment.grade.decided.v1');
/** Key: office. A failing county office loses its qualification next year (notice 2.1.2). */
export const OfficeRated = fact<{
  readonly officeId: string;
  readonly season: string;
  readonly county: number | null;
  readonly university: string | null;
  readonly rating: 'excellent' | 'pass' | 'fail';
}>('assessment.office-rating.decided.v1');
/** Key: certificate number. */
export const CertificateIssued = fact<{
  readonly number: string;
  readonly volunteerId: string;
  readonly accountId: string;
  readonly season: string;
  readonly county: number;
  readonly issuedOn: string;
}>('assessment.certificate.issued.v1');
export const CertificateRevoked = fact<{
  readonly number: string;
  readonly accountId: string;
  readonly reason: string;
}>('assessment.certificate.revoked.v1');
/** Key: ticket. */
export const TicketAnswered = fact<{
  readonly ticketId: string;
  readonly accountId: string;
  readonly county: number | null;
}>('assessment.ticket.answered.v1');
