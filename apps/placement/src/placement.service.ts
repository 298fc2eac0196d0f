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
import { WhenApplicationEnded } from './rankings/when-application-ended.js';
import { WhenApplicationQualified } from './rankings/when-application-qualified.js';
import { RoundTable } from './rounds/round.table.js';
import { volunteersTables } from './volunteers/volunteers.tables.js';
import { WhenGradeDecided } from './volunteers/when-grade-decided.js';
import { WhenPersonChanged } from './volunteers/when-person-changed.js';

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
  owns: [
    // Blocks, seats and volunteers begin with a fact and are gone on with by commands.
    ...['service_county', 'local_key_county', 'placement_block', 'post', 'seat', 'structure_exemption', 'quota_plan'],
    ...['quota_line', 'quota_transfer', 'candidate', 'round', 'round_file', 'round_progress', 'placement'],
    ...['volunteer', 'training', 'attendance', 'dispatch', 'agreement', 'leave', 'post_change', 'departure'],
    'extension',
  ],
  copies: [
    { table: 'person_copy', keptBy: [WhenPersonChanged] },
    {
      table: 'candidate',
      keptBy: [WhenApplicationQualified, WhenApplicationEnded],
      // The own list of posts and the outcome of a round are placement's; that somebody is out is what others say.
      columns: [
        ...['id', 'season', 'account_id', 'university', 'division', 'code', 'score_hundredths', 'classes'],
        ...['counties', 'specials', `case when status in ('withdrawn', 'lost') then status end as out_by`],
      ],
    },
    {
      table: 'volunteer',
      keptBy: [WhenPersonChanged, WhenGradeDecided],
      columns: ['name', 'sex', 'major', 'identity_masked', 'card_last_four', 'covers', 'grades'],
    },
  ],
  ground: [
    {
      table: 'volunteer',
      begins: {
        ...{ name: `''::text`, sex: `''::text`, major: `''::text`, identity_masked: `''::text` },
        ...{ card_last_four: 'null::text', covers: `'{}'::jsonb`, grades: `'{}'::jsonb` },
      },
    },
  ],
  copiesSeasons: true,
};
