import { Module } from '@nestjs/common';
import { CertificatesController } from './certificates/certificates.controller.js';
import { IssueCertificates } from './certificates/issue-certificates.js';
import { ShowCertificates } from './certificates/show-certificates.js';
import { WriteAppraisals } from './certificates/write-appraisals.js';
import { FixExcellentList } from './grades/fix-excellent-list.js';
import { ExcellentListsController, GradesController } from './grades/grades.controller.js';
import { HandleAssessment } from './grades/handle-assessment.js';
import { ListAssessments } from './grades/list-assessments.js';
import { OpenAssessments } from './grades/open-assessments.js';
import { HandleIncident } from './incidents/handle-incident.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { ListIncidents } from './incidents/list-incidents.js';
import { OfficeRatingsController } from './office-ratings/office-ratings.controller.js';
import { RateOffice } from './office-ratings/rate-office.js';
import { CheckReports } from './reports/check-reports.js';
import { EveryDayTellLateReports } from './reports/every-day-tell-late-reports.js';
import { EveryMonthOpenReports } from './reports/every-month-open-reports.js';
import { ListReports } from './reports/list-reports.js';
import { ReportsController } from './reports/reports.controller.js';
import { SubmitReport } from './reports/submit-report.js';
import { HandleTicket } from './tickets/handle-ticket.js';
import { ListTickets } from './tickets/list-tickets.js';
import { TicketsController } from './tickets/tickets.controller.js';
import { WhenVolunteerServed } from './volunteers/when-volunteer-served.js';

@Module({
  controllers: [
    ...[ReportsController, IncidentsController, TicketsController, GradesController, ExcellentListsController],
    ...[OfficeRatingsController, CertificatesController, WhenVolunteerServed],
  ],
  providers: [
    ...[ListReports, SubmitReport, CheckReports, EveryMonthOpenReports, EveryDayTellLateReports],
    ...[ListIncidents, HandleIncident, ListTickets, HandleTicket],
    ...[ListAssessments, OpenAssessments, HandleAssessment, FixExcellentList, RateOffice],
    ...[WriteAppraisals, IssueCertificates, ShowCertificates],
  ],
})
export class AssessmentModule {}
