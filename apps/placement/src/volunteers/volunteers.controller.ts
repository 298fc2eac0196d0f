import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { sheetFile } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import { CurrentActor, fileAnswer, May } from '@xibu/platform';
import { ConfirmOnPost } from './confirm-on-post.js';
import { GetVolunteer } from './get-volunteer.js';
import { ListVolunteers, sheetRowOf, volunteerColumns } from './list-volunteers.js';
import { ConfirmOnPostDto, CountsQuery, VolunteersQuery, WaiveCoverDto } from './volunteers.dto.js';

/** 志愿者: registers, one record, one's own page. */
@Controller('volunteers')
export class VolunteersController {
  constructor(
    private readonly volunteers: ListVolunteers,
    private readonly one: GetVolunteer,
  ) {}

  @Get()
  @May('volunteer.read')
  list(@Query() query: VolunteersQuery, @CurrentActor() actor: Actor) {
    return this.volunteers.run(query, actor);
  }

  @Get('counts')
  @May('volunteer.read')
  counts(@Query() query: CountsQuery, @CurrentActor() actor: Actor) {
    return this.volunteers.counts(query, actor);
  }

  @Get('export')
  @May('volunteer.read')
  async export(@Query() query: VolunteersQuery, @CurrentActor() actor: Actor) {
    const rows = await this.volunteers.all(query, actor);
    const sheet = { title: '志愿者名册', columns: volunteerColumns, rows: rows.map(sheetRowOf) };
    return fileAnswer(await sheetFile(sheet, query.format ?? 'xlsx', 'volunteers'));
  }

  @Get('mine')
  @May('volunteer.own')
  mine(@CurrentActor() actor: Actor) {
    return this.one.own(actor);
  }

  @Get(':id')
  @May('volunteer.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.one.run(id, actor);
  }
}

/** 到岗确认. */
@Controller('volunteers')
export class OnPostController {
  constructor(private readonly confirming: ConfirmOnPost) {}

  @Post('on-post')
  @HttpCode(200)
  @May('volunteer.confirm-on-post')
  confirm(@Body() request: ConfirmOnPostDto, @CurrentActor() actor: Actor) {
    return this.confirming.run(request, actor);
  }

  @Post(':id/waive-cover')
  @HttpCode(200)
  @May('volunteer.waive-cover')
  waive(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: WaiveCoverDto, @CurrentActor() actor: Actor) {
    return this.confirming.waiveCover(id, reason, actor);
  }
}
