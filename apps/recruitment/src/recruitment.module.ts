import { Module } from '@nestjs/common';
import { ApplicationsController } from './applications/applications.controller.js';
import { ConfirmApplication } from './applications/confirm-application.js';
import { GetApplication } from './applications/get-application.js';
import { ListApplications } from './applications/list-applications.js';
import { OwnApplicationController, OwnDraftController } from './applications/own-applications.controller.js';
import { ReviewApplication } from './applications/review-application.js';
import { ReviewApplications } from './applications/review-applications.js';
import { SaveDraft } from './applications/save-draft.js';
import { StartApplication } from './applications/start-application.js';
import { SubmitApplication } from './applications/submit-application.js';
import { WithdrawApplication } from './applications/withdraw-application.js';

@Module({
  controllers: [OwnDraftController, OwnApplicationController, ApplicationsController],
  providers: [
    ...[StartApplication, SaveDraft, SubmitApplication, ConfirmApplication, WithdrawApplication],
    ...[ReviewApplication, ReviewApplications, ListApplications, GetApplication],
  ],
})
export class RecruitmentModule {}
