import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, fileAnswer, May } from '@xibu/platform';
import { SeasonQuery } from '../exam-sessions/exam-sessions.dto.js';
import { ApproveQualifiedList } from './approve-qualified-list.js';
import { ListQualifiedLists } from './list-qualified-lists.js';
import { PrepareQualifiedList } from './prepare-qualified-list.js';
import { EntriesQuery, PrepareQualifiedListDto } from './qualified-lists.dto.js';

@Controller('qualified-lists')
export class QualifiedListsController {
  constructor(
    private readonly lists: ListQualifiedLists,
    private readonly preparing: PrepareQualifiedList,
    private readonly approving: ApproveQualifiedList,
  ) {}

  @Get()
  @May('qualified-list.read')
  list(@Query() { season }: SeasonQuery, @CurrentActor() actor: Actor) {
    return this.lists.run(season, actor);
  }

  @Get(':id')
  @May('qualified-list.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.lists.one(id, actor);
  }

  @Get(':id/entries')
  @May('qualified-list.read')
  async entries(@Param('id', ParseUUIDPipe) id: string, @Query() query: EntriesQuery, @CurrentActor() actor: Actor) {
    if (!query.format) return this.lists.entries(id, query, actor);
    return fileAnswer(await this.lists.exportEntries(id, query, query.format, actor));
  }

  @Post()
  @May('qualified-list.prepare')
  prepare(@Body() request: PrepareQualifiedListDto, @CurrentActor() actor: Actor) {
    return this.preparing.run(request, actor);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @May('qualified-list.approve')
  approve(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.approving.run(id, actor);
  }
}
