import type { ServiceDefinition } from '@xibu/platform';
import { WhenPlacementDecided } from './preselections/when-placement-decided.js';
import { WhenPostOpened } from './preselections/when-post-opened.js';
import { RecruitmentConfig } from './recruitment.config.js';
import { RecruitmentModule } from './recruitment.module.js';
import { recruitmentSchema } from './recruitment.schema.js';

/** 招募: from sign-up to admission. */
export const recruitment: ServiceDefinition<RecruitmentConfig> = {
  ...recruitmentSchema,
  module: RecruitmentModule,
  config: RecruitmentConfig,
  owns: [
    ...['application', 'issued_number', 'issued_document', 'reading', 'exam_session', 'exam_seat', 'qualified_list'],
    ...['qualified_entry', 'loss', 'health_exam', 'health_result', 'public_notice', 'public_notice_line'],
    ...['notice_entry', 'objection', 'admission'],
  ],
  copies: [
    { table: 'post_copy', keptBy: [WhenPostOpened] },
    {
      table: 'preselection',
      keptBy: [WhenPlacementDecided],
      besides: { decided_at: 'when it was heard here, by the clock of this service' },
    },
  ],
  // What a round decides is kept with the application that it concerns, which stood before the round then.
  ground: [
    {
      table: 'application',
      begins: {
        status: `case when status in ('reserve', 'preselected', 'health-passed', 'noticed', 'admitted')
                      then 'qualified' else status end`,
      },
    },
  ],
  copiesSeasons: true,
};
