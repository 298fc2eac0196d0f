import { Module } from '@nestjs/common';
import { ListRankings } from './list-rankings.js';
import { LoseCandidate } from './lose-candidate.js';
import { QualifyCandidate } from './qualify-candidate.js';
import { RankPosts } from './rank-posts.js';
import { RankingsController } from './rankings.controller.js';
import { WhenApplicationEnded } from './when-application-ended.js';
import { WhenApplicationQualified } from './when-application-qualified.js';

@Module({
  controllers: [RankingsController, WhenApplicationQualified, WhenApplicationEnded],
  providers: [ListRankings, RankPosts, QualifyCandidate, LoseCandidate],
})
export class RankingsModule {}
