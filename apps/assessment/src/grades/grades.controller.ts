import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { FixExcellentList } from './fix-excellent-list.js';
import { AssessmentsQuery, GradeManyDto, OpinionDto, SeasonDto, TextDto } from './grades.dto.js';
import { HandleAssessment } from './handle-assessment.js';
import { ListAssessments } from './list-assessments.js';
import { OpenAssessments } from './open-assessments.js';

/** The yearly assessment of volunteers, step by step. */
@Controller('grades')
export class GradesController {
  constructor(
    private readonly assessments: ListAssessments,
    private readonly opening: OpenAssessments,
    private readonly handling: HandleAssessment,
  ) {}

  @Get('mine')
  @May('grade.own')
  mine(@CurrentActor() actor: Actor) {
    return this.assessments.mine(actor);
  }

  @Get()
  @May('grade.read')
  list(@Query() query: AssessmentsQuery, @CurrentActor() actor: Actor) {
    return this.assessments.run(query, actor);
  }

  @Post('open')
  @HttpCode(200)
  @May('grade.open')
  open(@Body() { season }: SeasonDto, @CurrentActor() actor: Actor) {
    return this.opening.run(season, actor);
  }

  @Post(':id/summarise')
  @HttpCode(200)
  @May('grade.own')
  summarise(@Param('id', ParseUUIDPipe) id: string, @Body() { text }: TextDto, @CurrentActor() actor: Actor) {
    return this.handling.summarise(id, text, actor);
  }

  @Post(':id/object')
  @HttpCode(200)
  @May('grade.own')
  object(@Param('id', ParseUUIDPipe) id: string, @Body() { text }: TextDto, @CurrentActor() actor: Actor) {
    return this.handling.object(id, text, actor);
  }

  @Post(':id/opine')
  @HttpCode(200)
  @May('grade.opine')
  opine(@Param('id', ParseUUIDPipe) id: string, @Body() { opinion, score }: OpinionDto, @CurrentActor() actor: Actor) {
    return this.handling.opine(id, opinion, score, actor);
  }

  @Post('bulk-grade')
  @HttpCode(200)
  @May('grade.give')
  grade(@Body() { rows }: GradeManyDto, @CurrentActor() actor: Actor) {
    return this.handling.grade(rows, actor);
  }

  @Post(':id/answer-objection')
  @HttpCode(200)
  @May('grade.give')
  answerObjection(@Param('id', ParseUUIDPipe) id: string, @Body() { text }: TextDto, @CurrentActor() actor: Actor) {
    return this.handling.answerObjection(id, text, actor);
  }
}

/** The region's pool of 优秀. */
@Controller('excellent-lists')
export class ExcellentListsController {
  constructor(private readonly list: FixExcellentList) {}

  @Get(':season')
  @May('grade.read')
  pool(@Param('season') season: string, @CurrentActor() actor: Actor) {
    return this.list.pool(season, actor);
  }

  @Post(':season/prepare')
  @HttpCode(200)
  @May('grade.prepare')
  prepare(@Param('season') season: string, @CurrentActor() actor: Actor) {
    return this.list.prepare(season, actor);
  }

  @Post(':season/approve')
  @HttpCode(200)
  @May('grade.approve')
  approve(@Param('season') season: string, @CurrentActor() actor: Actor) {
    return this.list.approve(season, actor);
  }
}
