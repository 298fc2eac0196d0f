import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, ListQuery, May, Open } from '@xibu/platform';
import { ListPublicNotices } from './list-public-notices.js';
import { OpenPublicNotice } from './open-public-notice.js';
import { NoticesQuery, OpenPublicNoticeDto } from './public-notices.dto.js';

@Controller('public-notices')
export class PublicNoticesController {
  constructor(
    private readonly notices: ListPublicNotices,
    private readonly opening: OpenPublicNotice,
  ) {}

  @Get()
  @Open()
  list(@Query() query: NoticesQuery) {
    return this.notices.run(query);
  }

  @Get(':id')
  @Open()
  get(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery) {
    return this.notices.one(id, query);
  }

  @Get(':id/entries')
  @May('public-notice.read')
  entries(@Param('id', ParseUUIDPipe) id: string, @Query() query: ListQuery, @CurrentActor() actor: Actor) {
    return this.notices.entries(id, query, actor);
  }

  @Post()
  @May('public-notice.open')
  open(@Body() request: OpenPublicNoticeDto, @CurrentActor() actor: Actor) {
    return this.opening.run(request, actor);
  }
}
