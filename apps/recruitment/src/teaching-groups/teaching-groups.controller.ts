import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { SeasonQuery } from '../exam-sessions/exam-sessions.dto.js';
import { ImportTeachingGroup } from './import-teaching-group.js';
import { ListTeachingGroups } from './list-teaching-groups.js';
import { ImportTeachingGroupDto } from './teaching-groups.dto.js';

@Controller('teaching-groups')
export class TeachingGroupsController {
  constructor(
    private readonly lists: ListTeachingGroups,
    private readonly importing: ImportTeachingGroup,
  ) {}

  @Get()
  @May('teaching-group.read')
  list(@Query() { season }: SeasonQuery, @CurrentActor() actor: Actor) {
    return this.lists.run(season, actor);
  }

  @Post()
  @HttpCode(200)
  @May('teaching-group.import')
  import(@Body() request: ImportTeachingGroupDto, @CurrentActor() actor: Actor) {
    return this.importing.run(request, actor);
  }
}
