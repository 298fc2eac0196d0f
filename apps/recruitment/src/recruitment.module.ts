import { Module } from '@nestjs/common';
import { AdmissionsController, OwnAdmissionController } from './admissions/admissions.controller.js';
import { AdmitApplications } from './admissions/admit-applications.js';
import { AnswerAdmission } from './admissions/answer-admission.js';
import { ListAdmissions } from './admissions/list-admissions.js';
import { PrintConfirmation } from './admissions/print-confirmation.js';
import { ApplicationSheetsController } from './applications/application-sheets.controller.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { ConfirmApplication } from './applications/confirm-application.js';
import { CountApplications } from './applications/count-applications.js';
import { EveryDayExpireApplications } from './applications/every-day-expire-applications.js';
import { ExpireApplications } from './applications/expire-applications.js';
import { GetApplication } from './applications/get-application.js';
import { GetProgress } from './applications/get-progress.js';
import { ListApplications } from './applications/list-applications.js';
import { OwnApplicationController, OwnDraftController } from './applications/own-applications.controller.js';
import { PrintRegistrationForm } from './applications/print-registration-form.js';
import { ReviewApplication } from './applications/review-application.js';
import { ReviewApplications } from './applications/review-applications.js';
import { SaveDraft } from './applications/save-draft.js';
import { StartApplication } from './applications/start-application.js';
import { SubmitApplication } from './applications/submit-application.js';
import { WithdrawApplication } from './applications/withdraw-application.js';
import { CheckDocument } from './documents/check-document.js';
import { DocumentSigner } from './documents/document-signer.js';
import { DocumentsController } from './documents/documents.controller.js';
import { ExamSeatsController } from './exam-seats/exam-seats.controller.js';
import { ListSeats } from './exam-seats/list-seats.js';
import { PrintTicket } from './exam-seats/print-ticket.js';
import { RecordScores } from './exam-seats/record-scores.js';
import { AssignSeats } from './exam-sessions/assign-seats.js';
import { ChangeExamSession } from './exam-sessions/change-exam-session.js';
import { CloseExamSession } from './exam-sessions/close-exam-session.js';
import {
  ExamAnnouncementsController,
  ExamSessionStepsController,
  ExamSessionsController,
} from './exam-sessions/exam-sessions.controller.js';
import { ListExamSessions } from './exam-sessions/list-exam-sessions.js';
import { OpenExamSession } from './exam-sessions/open-exam-session.js';
import { PlanExamSession } from './exam-sessions/plan-exam-session.js';
import { CloseHealthExam } from './health-exams/close-health-exam.js';
import { HealthExamsController } from './health-exams/health-exams.controller.js';
import { ListHealthExams } from './health-exams/list-health-exams.js';
import { OpenHealthExam } from './health-exams/open-health-exam.js';
import { RecordHealthResults } from './health-exams/record-health-results.js';
import { ListLosses } from './losses/list-losses.js';
import { LossesController } from './losses/losses.controller.js';
import { WhenVolunteerFailedToReport } from './losses/when-volunteer-failed-to-report.js';
import { DecideObjection } from './objections/decide-objection.js';
import { FileObjection } from './objections/file-objection.js';
import { ListObjections } from './objections/list-objections.js';
import { ObjectionsController } from './objections/objections.controller.js';
import { RevealObjection } from './objections/reveal-objection.js';
import { FollowPlacement } from './preselections/follow-placement.js';
import { WhenPlacementDecided } from './preselections/when-placement-decided.js';
import { WhenPostOpened } from './preselections/when-post-opened.js';
import { ClosePublicNotices } from './public-notices/close-public-notices.js';
import { EveryDayClosePublicNotices } from './public-notices/every-day-close-public-notices.js';
import { ListPublicNotices } from './public-notices/list-public-notices.js';
import { OpenPublicNotice } from './public-notices/open-public-notice.js';
import { PublicNoticesController } from './public-notices/public-notices.controller.js';
import { ApproveQualifiedList } from './qualified-lists/approve-qualified-list.js';
import { ListQualifiedLists } from './qualified-lists/list-qualified-lists.js';
import { PrepareQualifiedList } from './qualified-lists/prepare-qualified-list.js';
import { QualifiedListsController } from './qualified-lists/qualified-lists.controller.js';
import { ListReadings } from './readings/list-readings.js';
import { ReadingsController } from './readings/readings.controller.js';
import { RevealField } from './readings/reveal-field.js';
import { ProveSubmission } from './receipts/prove-submission.js';
import { ReceiptSigner } from './receipts/receipt-signer.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { ReferenceController } from './reference/reference.controller.js';
import { ImportTeachingGroup } from './teaching-groups/import-teaching-group.js';
import { ListTeachingGroups } from './teaching-groups/list-teaching-groups.js';
import { TeachingGroupsController } from './teaching-groups/teaching-groups.controller.js';

/** In the order of the year. */
@Module({
  controllers: [
    ...[ReferenceController, OwnDraftController, OwnApplicationController, ApplicationsController],
    ...[ApplicationSheetsController, ReadingsController, DocumentsController, ReceiptsController],
    ...[ExamAnnouncementsController, ExamSessionsController, ExamSessionStepsController, ExamSeatsController],
    ...[QualifiedListsController, WhenPlacementDecided, WhenPostOpened, HealthExamsController],
    ...[PublicNoticesController, ObjectionsController, AdmissionsController, OwnAdmissionController],
    ...[TeachingGroupsController, LossesController, WhenVolunteerFailedToReport],
  ],
  providers: [
    ...[StartApplication, SaveDraft, SubmitApplication, ConfirmApplication, WithdrawApplication],
    ...[ReviewApplication, ReviewApplications, ListApplications, GetApplication, CountApplications, GetProgress],
    ...[PrintRegistrationForm, ExpireApplications, EveryDayExpireApplications],
    ...[RevealField, ListReadings, DocumentSigner, CheckDocument, ReceiptSigner, ProveSubmission],
    ...[PlanExamSession, ChangeExamSession, OpenExamSession, AssignSeats, CloseExamSession, ListExamSessions],
    ...[ListSeats, RecordScores, PrintTicket],
    ...[PrepareQualifiedList, ApproveQualifiedList, ListQualifiedLists, FollowPlacement],
    ...[OpenHealthExam, RecordHealthResults, CloseHealthExam, ListHealthExams],
    ...[OpenPublicNotice, ListPublicNotices, ClosePublicNotices, EveryDayClosePublicNotices],
    ...[FileObjection, DecideObjection, ListObjections, RevealObjection],
    ...[AdmitApplications, AnswerAdmission, ListAdmissions, PrintConfirmation],
    ...[ImportTeachingGroup, ListTeachingGroups, ListLosses],
  ],
})
export class RecruitmentModule {}
