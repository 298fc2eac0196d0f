import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, IfMatch, May, Open } from '@xibu/platform';
import { AssignSeats } from './assign-seats.js';
import { ChangeExamSession } from './change-exam-session.js';
import { CloseExamSession } from './close-exam-session.js';
import { ChangeExamSessionDto, PlanExamSessionDto, SeasonQuery } from './exam-sessions.dto.js';
import { ListExamSessions } from './list-exam-sessions.js';
import { OpenExamSession } from './open-exam-session.js';
import { PlanExamSession } from './plan-exam-session.js';

/** For everybody: when and where the exam is held. */
@Controller('exam-announcements')
export class ExamAnnouncementsController {
  constructor(private readonly sessions: ListExamSessions) {}

  @Get()
  @Open()
  list(@Query() { season }: SeasonQuery) {
    return this.sessions.announced(season);
  }
}

@Controller('exam-sessions')
export class ExamSessionsController {
  constructor(
    private readonly sessions: ListExamSessions,
    private readonly planning: PlanExamSession,
    private readonly changing: ChangeExamSession,
  ) {}

  @Get()
  @May('exam.read')
  list(@Query() { season }: SeasonQuery, @CurrentActor() actor: Actor) {
    return this.sessions.run(season, actor);
  }

  @Get(':id')
  @May('exam.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.sessions.one(id, actor);
  }

  @Post()
  @May('exam.manage')
  plan(@Body() request: PlanExamSessionDto, @CurrentActor() actor: Actor) {
    return this.planning.run(request, actor);
  }

  @Put(':id')
  @May('exam.manage')
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ChangeExamSessionDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ) {
    return this.changing.run(id, request, version, actor);
  }
}

/** The region's steps of one session. */
@Controller('exam-sessions/:id')
export class ExamSessionStepsController {
  constructor(
    private readonly opening: OpenExamSession,
    private readonly seating: AssignSeats,
    private readonly closing: CloseExamSession,
  ) {}

  @Post('open')
  @HttpCode(200)
  @May('exam.manage')
  open(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.opening.run(id, actor);
  }

  @Post('assign-seats')
  @HttpCode(200)
  @May('exam.manage')
  assignSeats(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.seating.run(id, actor);
  }

  @Post('close')
  @HttpCode(200)
  @May('exam.manage')
  close(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.closing.run(id, actor);
  }
}
