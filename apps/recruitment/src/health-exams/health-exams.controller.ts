import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { SeasonQuery } from '../exam-sessions/exam-sessions.dto.js';
import { CloseHealthExam } from './close-health-exam.js';
import { HealthResultsDto, OpenHealthExamDto } from './health-exams.dto.js';
import { ListHealthExams } from './list-health-exams.js';
import { OpenHealthExam } from './open-health-exam.js';
import { RecordHealthResults } from './record-health-results.js';

@Controller('health-exams')
export class HealthExamsController {
  constructor(
    private readonly exams: ListHealthExams,
    private readonly opening: OpenHealthExam,
    private readonly results: RecordHealthResults,
    private readonly closing: CloseHealthExam,
  ) {}

  @Get()
  @May('health-exam.read')
  list(@Query() { season }: SeasonQuery, @CurrentActor() actor: Actor) {
    return this.exams.run(season, actor);
  }

  @Post()
  @May('health-exam.manage')
  open(@Body() request: OpenHealthExamDto, @CurrentActor() actor: Actor) {
    return this.opening.run(request, actor);
  }

  @Post(':id/results')
  @HttpCode(200)
  @May('health-exam.manage')
  recordResults(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: HealthResultsDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.results.run(id, request, actor);
  }

  @Post(':id/close')
  @HttpCode(200)
  @May('health-exam.manage')
  close(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.closing.run(id, actor);
  }
}
