import { Module } from '@nestjs/common';
import { CountiesModule } from './counties/counties.module.js';
import { PostsModule } from './posts/posts.module.js';
import { QuotasModule } from './quotas/quotas.module.js';
import { RankingsModule } from './rankings/rankings.module.js';
import { RoundsModule } from './rounds/rounds.module.js';
import { VolunteersModule } from './volunteers/volunteers.module.js';

/** One module a group of nouns; what one needs of another it takes as functions of the transaction. */
@Module({ imports: [CountiesModule, QuotasModule, PostsModule, RankingsModule, RoundsModule, VolunteersModule] })
export class PlacementModule {}
