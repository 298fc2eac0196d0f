import { Module } from '@nestjs/common';
import { AgreementsController } from '../agreements/agreements.controller.js';
import { DraftAgreements } from '../agreements/draft-agreements.js';
import { ListAgreements } from '../agreements/list-agreements.js';
import { PrintAgreement } from '../agreements/print-agreement.js';
import { SignAgreements } from '../agreements/sign-agreements.js';
import { CheckInVolunteers } from '../check-ins/check-in-volunteers.js';
import { CheckInsController } from '../check-ins/check-ins.controller.js';
import { CloseReportIn } from '../check-ins/close-report-in.js';
import { AskDeparture } from '../departures/ask-departure.js';
import { DecideDeparture } from '../departures/decide-departure.js';
import { DeparturesController } from '../departures/departures.controller.js';
import { EndDueServices } from '../departures/end-due-services.js';
import { EndService } from '../departures/end-service.js';
import { EveryDayEndServices } from '../departures/every-day-end-services.js';
import { ListDepartures } from '../departures/list-departures.js';
import { ConfirmDispatch } from '../dispatches/confirm-dispatch.js';
import { DispatchesController } from '../dispatches/dispatches.controller.js';
import { ListDispatches } from '../dispatches/list-dispatches.js';
import { PrepareDispatches } from '../dispatches/prepare-dispatches.js';
import { AskExtension } from '../extensions/ask-extension.js';
import { DecideExtension } from '../extensions/decide-extension.js';
import { ExtensionsController } from '../extensions/extensions.controller.js';
import { ListExtensions } from '../extensions/list-extensions.js';
import { AskLeave } from '../leaves/ask-leave.js';
import { DecideLeave } from '../leaves/decide-leave.js';
import { EveryDayWatchLeaves } from '../leaves/every-day-watch-leaves.js';
import { LeavesController } from '../leaves/leaves.controller.js';
import { ListLeaves } from '../leaves/list-leaves.js';
import { WatchLeaves } from '../leaves/watch-leaves.js';
import { AskPostChange } from '../post-changes/ask-post-change.js';
import { DecidePostChange } from '../post-changes/decide-post-change.js';
import { ListPostChanges } from '../post-changes/list-post-changes.js';
import { PostChangesController } from '../post-changes/post-changes.controller.js';
import { RegisterAgain } from '../registrations/register-again.js';
import { RegistrationsController } from '../registrations/registrations.controller.js';
import { PlanTraining } from '../trainings/plan-training.js';
import { RecordAttendance } from '../trainings/record-attendance.js';
import { TrainingsController } from '../trainings/trainings.controller.js';
import { ConfirmOnPost } from './confirm-on-post.js';
import { ExpectVolunteer } from './expect-volunteer.js';
import { GetVolunteer } from './get-volunteer.js';
import { KeepGrade } from './keep-grade.js';
import { ListVolunteers } from './list-volunteers.js';
import { LoseVolunteer } from './lose-volunteer.js';
import { OnPostController, VolunteersController } from './volunteers.controller.js';
import { WhenGradeDecided } from './when-grade-decided.js';
import { WhenPersonChanged } from './when-person-changed.js';
import { WhenRecruitmentEnded } from './when-recruitment-ended.js';

/** People in service: from report-in to the last day. */
@Module({
  controllers: [
    ...[VolunteersController, OnPostController, CheckInsController, TrainingsController, DispatchesController],
    ...[AgreementsController, RegistrationsController, LeavesController, PostChangesController],
    ...[DeparturesController, ExtensionsController],
    ...[WhenRecruitmentEnded, WhenPersonChanged, WhenGradeDecided],
  ],
  providers: [
    ...[
      ExpectVolunteer,
      LoseVolunteer,
      KeepGrade,
      ListVolunteers,
      GetVolunteer,
      ConfirmOnPost,
      CheckInVolunteers,
      CloseReportIn,
    ],
    ...[PlanTraining, RecordAttendance, PrepareDispatches, ConfirmDispatch, ListDispatches, RegisterAgain],
    ...[DraftAgreements, SignAgreements, ListAgreements, PrintAgreement],
    ...[AskLeave, DecideLeave, ListLeaves, WatchLeaves, EveryDayWatchLeaves],
    ...[AskPostChange, DecidePostChange, ListPostChanges, AskDeparture, DecideDeparture, ListDepartures],
    ...[EndService, EndDueServices, EveryDayEndServices, AskExtension, DecideExtension, ListExtensions],
  ],
})
export class VolunteersModule {}
