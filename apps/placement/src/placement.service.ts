import { ServiceConfig, type ServiceDefinition } from '@xibu/platform';
import { BlockTable } from './counties/block.table.js';
import { ServiceCountyTable } from './counties/county.table.js';
import { counties } from './migrations/0010-counties.js';
import { posts } from './migrations/0011-posts.js';
import { quotas } from './migrations/0012-quotas.js';
import { rankings } from './migrations/0013-rankings.js';
import { rounds } from './migrations/0014-rounds.js';
import { agreements, leaves, trainings, volunteers } from './migrations/0050-volunteers.js';
import { PlacementModule } from './placement.module.js';
import { PostTable } from './posts/post.table.js';
import { QuotaPlanTable, QuotaTransferTable } from './quotas/quota.table.js';
import { CandidateTable } from './rankings/candidate.table.js';
import { RoundTable } from './rounds/round.table.js';
import { volunteersTables } from './volunteers/volunteers.tables.js';

/** 岗位与派遣: from the scale of a season to volunteers on post. */
export const placement: ServiceDefinition = {
  name: 'placement',
  module: PlacementModule,
  config: ServiceConfig,
  migrations: [counties, posts, quotas, rankings, rounds, volunteers, trainings, agreements, leaves],
  tables: [
    ServiceCountyTable,
    BlockTable,
    QuotaPlanTable,
    QuotaTransferTable,
    PostTable,
    CandidateTable,
    RoundTable,
    ...volunteersTables,
  ],
  copiesSeasons: true,
};
