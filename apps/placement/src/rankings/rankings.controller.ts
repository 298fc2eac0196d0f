import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, IfMatch, May } from '@xibu/platform';
import { ListRankings } from './list-rankings.js';
import { RankPosts } from './rank-posts.js';
import { ExpansionQuery, RankingsQuery, RankPostsDto, SeasonParams } from './rankings.dto.js';

/** 志愿. */
@Controller('rankings')
export class RankingsController {
  constructor(
    private readonly rankings: ListRankings,
    private readonly ranking: RankPosts,
  ) {}

  @Get()
  @May('ranking.read')
  list(@Query() query: RankingsQuery, @CurrentActor() actor: Actor) {
    return this.rankings.run(query, actor);
  }

  /** "Any post of this special in this county", as posts that may then be moved up and down. */
  @Get('expansion')
  @May('ranking.own')
  expansion(@Query() { season, county, special }: ExpansionQuery) {
    return this.rankings.expansion(season, county, special);
  }

  @Get('mine/:season')
  @May('ranking.own')
  mine(@Param() { season }: SeasonParams, @CurrentActor() actor: Actor) {
    return this.rankings.mine(season, actor);
  }

  @Put('mine/:season')
  @May('ranking.own')
  rank(
    @Param() { season }: SeasonParams,
    @Body() request: RankPostsDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ) {
    return this.ranking.run(season, request, version, actor);
  }
}
