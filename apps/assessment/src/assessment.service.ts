import type { ServiceDefinition } from '@xibu/platform';
import { AssessmentConfig } from './assessment.config.js';
import { AssessmentModule } from './assessment.module.js';
import { CertificateTable } from './certificates/certificate.table.js';
import { AssessmentTable } from './grades/assessment.table.js';
import { IncidentTable } from './incidents/incident.table.js';
import { volunteersAndReports } from './migrations/0010-volunteers-and-reports.js';
import { gradesAndCertificates } from './migrations/0020-grades-and-certificates.js';
import { ownRecords } from './migrations/0030-own-records.js';
import { OfficeRatingTable } from './office-ratings/office-rating.table.js';
import { ReportTable } from './reports/report.table.js';
import { TicketTable } from './tickets/ticket.table.js';
import { WhenVolunteerServed } from './volunteers/when-volunteer-served.js';

/** 考核: monthly reports, incidents, first-contact matters, yearly grades, ratings of offices, certificates. */
export const assessment: ServiceDefinition<AssessmentConfig> = {
  name: 'assessment',
  module: AssessmentModule,
  config: AssessmentConfig,
  migrations: [volunteersAndReports, gradesAndCertificates, ownRecords],
  tables: [ReportTable, IncidentTable, TicketTable, AssessmentTable, OfficeRatingTable, CertificateTable],
  owns: [
    ...['report', 'incident', 'ticket', 'assessment', 'excellent_list', 'office_rating', 'appraisal', 'certificate'],
  ],
  copies: ['person', 'volunteer'].map((table) => ({ table, keptBy: [WhenVolunteerServed] })),
  copiesSeasons: true,
};
