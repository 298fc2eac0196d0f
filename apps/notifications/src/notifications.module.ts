import { Module } from '@nestjs/common';
import { WhenAccountChanged } from './contacts/when-account-changed.js';
import { MailChannel } from './deliveries/mail-channel.js';
import { Postman } from './deliveries/postman.js';
import { SendDeliveries } from './deliveries/send-deliveries.js';
import { MailCapture } from './mail-capture/captured-mail.js';
import { ListMessages } from './messages/list-messages.js';
import { MessagesController } from './messages/messages.controller.js';
import { QueueMessage } from './messages/queue-message.js';
import { WhenOfficesMustAct } from './messages/when-offices-must-act.js';
import { WhenRecruitmentDecided } from './messages/when-recruitment-decided.js';
import { WhenServiceChanged } from './messages/when-service-changed.js';
import { EveryDayRemindApplicants } from './reminders/every-day-remind-applicants.js';
import { WhenApplicantMoved } from './reminders/when-applicant-moved.js';

@Module({
  controllers: [
    ...[MessagesController, WhenAccountChanged, WhenRecruitmentDecided, WhenServiceChanged],
    ...[WhenOfficesMustAct, WhenApplicantMoved],
  ],
  providers: [QueueMessage, ListMessages, SendDeliveries, MailChannel, Postman, MailCapture, EveryDayRemindApplicants],
})
export class NotificationsModule {}
