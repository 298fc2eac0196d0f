import type { ServiceDefinition } from '@xibu/platform';
import { messages } from './migrations/0010-messages.js';
import { NotificationsConfig } from './notifications.config.js';
import { NotificationsModule } from './notifications.module.js';

/** 通知: who was told what, when, by which channel, and whether it arrived. */
export const notifications: ServiceDefinition<NotificationsConfig> = {
  name: 'notifications',
  module: NotificationsModule,
  config: NotificationsConfig,
  migrations: [messages],
  tables: [],
  copiesSeasons: true,
};
