import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { PlanTraining } from './plan-training.js';
import { RecordAttendance } from './record-attendance.js';
import { AttendanceDto, PlanTrainingDto, TrainingsQuery } from './trainings.dto.js';

/** 培训: sessions before dispatch and who came. */
@Controller('trainings')
export class TrainingsController {
  constructor(
    private readonly trainings: PlanTraining,
    private readonly attendance: RecordAttendance,
  ) {}

  @Get()
  @May('training.read')
  list(@Query() { season }: TrainingsQuery) {
    return this.trainings.list(season);
  }

  @Post()
  @May('training.hold')
  plan(@Body() request: PlanTrainingDto) {
    return this.trainings.run(request);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @May('training.hold')
  cancel(@Param('id', ParseUUIDPipe) id: string) {
    return this.trainings.cancel(id);
  }

  @Post(':id/attendance')
  @HttpCode(200)
  @May('training.hold')
  attend(@Param('id', ParseUUIDPipe) id: string, @Body() request: AttendanceDto, @CurrentActor() actor: Actor) {
    return this.attendance.run(id, request, actor);
  }
}
