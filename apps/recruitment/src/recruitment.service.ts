import { ServiceConfig, type ServiceDefinition } from '@xibu/platform';
import { ApplicationTable } from './applications/application.table.js';
import { applications } from './migrations/0010-applications.js';
import { RecruitmentModule } from './recruitment.module.js';

/** 招募: from sign-up to admission. */
export const recruitment: ServiceDefinition = {
  name: 'recruitment',
  module: RecruitmentModule,
  config: ServiceConfig,
  migrations: [applications],
  tables: [ApplicationTable],
  copiesSeasons: true,
};
