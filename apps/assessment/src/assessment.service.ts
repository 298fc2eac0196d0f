import type { ServiceDefinition } from '@xibu/platform';
import { AssessmentConfig } from './assessment.config.js';
import { AssessmentModule } from './assessment.module.js';
import { CertificateTable } from './certificates/certificate.table.js';
import { AssessmentTable } from './grades/assessment.table.js';
import { IncidentTable } from './incidents/incident.table.js';
import { volunteersAndReports } from './migrations/0010-volunteers-and-reports.js';
import { gradesAndCertificates } from './migrations/0020-grades-and-certificates.js';
import { OfficeRatingTable } from './office-ratings/office-rating.table.js';
import { ReportTable } from './reports/report.table.js';
import { TicketTable } from './tickets/ticket.table.js';

/** 考核: monthly reports, incidents, first-contact matters, yearly grades, ratings of offices, certificates. */
export const assessment: ServiceDefinition<AssessmentConfig> = {
  name: 'assessment',
  module: AssessmentModule,
  config: AssessmentConfig,
  migrations: [volunteersAndReports, gradesAndCertificates],
  tables: [ReportTable, IncidentTable, TicketTable, AssessmentTable, OfficeRatingTable, CertificateTable],
  copiesSeasons: true,
};
