import type { ServiceDefinition } from '@xibu/platform';
import { RecruitmentConfig } from './recruitment.config.js';
import { RecruitmentModule } from './recruitment.module.js';
import { recruitmentSchema } from './recruitment.schema.js';

/** 招募: from sign-up to admission. */
export const recruitment: ServiceDefinition<RecruitmentConfig> = {
  ...recruitmentSchema,
  module: RecruitmentModule,
  config: RecruitmentConfig,
  copiesSeasons: true,
};
