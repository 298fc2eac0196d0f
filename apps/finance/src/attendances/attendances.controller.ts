import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { AttendancesQuery, ConfirmAttendanceDto, CorrectAttendanceDto } from './attendances.dto.js';
import { ConfirmAttendance } from './confirm-attendance.js';
import { ListAttendances } from './list-attendances.js';

@Controller('attendances')
export class AttendancesController {
  constructor(
    private readonly confirmation: ConfirmAttendance,
    private readonly attendances: ListAttendances,
  ) {}

  @Get()
  @May('attendance.read')
  units(@Query() query: AttendancesQuery, @CurrentActor() actor: Actor) {
    return this.attendances.units(query, actor);
  }

  @Get('people')
  @May('attendance.read')
  people(@Query() query: AttendancesQuery, @CurrentActor() actor: Actor) {
    return this.attendances.people(query, actor);
  }

  @Post()
  @May('attendance.confirm')
  confirm(@Body() request: ConfirmAttendanceDto, @CurrentActor() actor: Actor) {
    return this.confirmation.run(request, actor);
  }

  @Post(':id/correct')
  @HttpCode(200)
  @May('attendance.confirm')
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() request: CorrectAttendanceDto, @CurrentActor() actor: Actor) {
    return this.confirmation.correct(id, request, actor);
  }
}
