import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, ListQuery, May, Open } from '@xibu/platform';
import { ReasonDto } from '../offices/offices.dto.js';
import { ChangeMilestones } from './change-milestones.js';
import { ListSeasons } from './list-seasons.js';
import { OpenSeason } from './open-season.js';
import { ChangesQuery, OpenSeasonDto, ProposeMilestonesDto } from './seasons.dto.js';

/** 年度 and its calendar. */
@Controller('seasons')
export class SeasonsController {
  constructor(
    private readonly seasons: ListSeasons,
    private readonly opening: OpenSeason,
    private readonly milestones: ChangeMilestones,
  ) {}

  @Get()
  @Open()
  list(@Query() query: ListQuery) {
    return this.seasons.list(query);
  }

  @Get(':season')
  @Open()
  one(@Param('season') season: string) {
    return this.seasons.one(season);
  }

  @Post()
  @May('season.open')
  open(@Body() request: OpenSeasonDto, @CurrentActor() actor: Actor) {
    return this.opening.run(request, actor);
  }

  @Get(':season/milestone-changes')
  @May('season.read')
  changes(@Param('season') season: string, @Query() query: ChangesQuery) {
    return this.seasons.changes(season, query);
  }

  @Post(':season/milestone-changes')
  @May('milestone.propose')
  propose(@Param('season') season: string, @Body() request: ProposeMilestonesDto, @CurrentActor() actor: Actor) {
    return this.milestones.propose(season, request, actor);
  }
}

@Controller('milestone-changes')
export class MilestoneChangesController {
  constructor(private readonly milestones: ChangeMilestones) {}

  @Post(':id/set')
  @HttpCode(200)
  @May('milestone.decide')
  set(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.milestones.set(id, actor);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @May('milestone.decide')
  reject(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.milestones.reject(id, reason, actor);
  }
}
