import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, ListQuery, May, Open } from '@xibu/platform';
import { IssueNotice } from './issue-notice.js';
import { ListReceipts } from './list-receipts.js';
import { IssueNoticeDto, NoticesQuery, PublicNoticesQuery, ReceiptsQuery, ReceiveNoticeDto } from './notices.dto.js';
import { PublicNotices } from './public-notices.js';
import { ReadNotices } from './read-notices.js';

/** What everybody may read. */
@Controller('public-notices')
export class PublicNoticesController {
  constructor(private readonly notices: PublicNotices) {}

  @Get()
  @Open()
  list(@Query() query: PublicNoticesQuery) {
    return this.notices.list(query);
  }

  @Get(':id')
  @Open()
  one(@Param('id', ParseUUIDPipe) id: string) {
    return this.notices.one(id);
  }
}

/** 公文 between offices. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly issuing: IssueNotice,
    private readonly receipts: ListReceipts,
  ) {}

  @Get()
  @May('notice.read')
  list(@Query() query: NoticesQuery, @CurrentActor() actor: Actor) {
    return this.notices.list(query, actor);
  }

  @Get('overdue-receipts')
  @May('notice.issue')
  overdue(@Query() query: ListQuery, @CurrentActor() actor: Actor) {
    return this.receipts.overdue(query, actor);
  }

  @Get(':id')
  @May('notice.read')
  one(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.notices.one(id, actor);
  }

  @Get(':id/receipts')
  @May('notice.issue')
  receiptsOf(@Param('id', ParseUUIDPipe) id: string, @Query() query: ReceiptsQuery, @CurrentActor() actor: Actor) {
    return this.receipts.ofNotice(id, query, actor);
  }

  @Post()
  @May('notice.issue')
  issue(@Body() request: IssueNoticeDto, @CurrentActor() actor: Actor) {
    return this.issuing.run(request, actor);
  }

  @Post(':id/receive')
  @HttpCode(200)
  @May('notice.read')
  receive(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { feedback }: ReceiveNoticeDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.notices.receive(id, feedback, actor);
  }
}
