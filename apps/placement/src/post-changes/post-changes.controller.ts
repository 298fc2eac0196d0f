import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { AskPostChange } from './ask-post-change.js';
import { DecidePostChange } from './decide-post-change.js';
import { ListPostChanges } from './list-post-changes.js';
import { AskPostChangeDto, DecidePostChangeDto, PostChangesQuery } from './post-changes.dto.js';

/** 调岗. */
@Controller('post-changes')
export class PostChangesController {
  constructor(
    private readonly changes: ListPostChanges,
    private readonly asking: AskPostChange,
    private readonly deciding: DecidePostChange,
  ) {}

  @Get()
  @May('post-change.read')
  list(@Query() query: PostChangesQuery, @CurrentActor() actor: Actor) {
    return this.changes.run(query, actor);
  }

  @Post()
  @May('post-change.ask')
  ask(@Body() request: AskPostChangeDto, @CurrentActor() actor: Actor) {
    return this.asking.run(request, actor);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @May('post-change.decide')
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() request: DecidePostChangeDto, @CurrentActor() actor: Actor) {
    return this.deciding.run(id, request, actor);
  }
}
