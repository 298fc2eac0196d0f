import type { ServiceDefinition } from '@xibu/platform';
import { WhenAccountChanged } from './contacts/when-account-changed.js';
import { messages } from './migrations/0010-messages.js';
import { stepsOfApplications } from './migrations/0020-steps-of-applications.js';
import { NotificationsConfig } from './notifications.config.js';
import { NotificationsModule } from './notifications.module.js';
import { WhenApplicantMoved } from './reminders/when-applicant-moved.js';

/** 通知: who was told what, when, by which channel, and whether it arrived. */
export const notifications: ServiceDefinition<NotificationsConfig> = {
  name: 'notifications',
  module: NotificationsModule,
  config: NotificationsConfig,
  migrations: [messages, stepsOfApplications],
  tables: [],
  // What somebody was told, and by which way, is decided here, with the address and the language of that day.
  owns: ['message', 'delivery'],
  copies: [
    { table: 'contact', keptBy: [WhenAccountChanged] },
    { table: 'applicant_step', keptBy: [WhenApplicantMoved] },
  ],
  copiesSeasons: true,
};
