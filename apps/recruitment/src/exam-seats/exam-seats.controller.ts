import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, fileAnswer, May, pdfAnswer } from '@xibu/platform';
import { ScoresDto, SeatsQuery } from './exam-seats.dto.js';
import { ListSeats } from './list-seats.js';
import { PrintTicket } from './print-ticket.js';
import { RecordScores } from './record-scores.js';

@Controller()
export class ExamSeatsController {
  constructor(
    private readonly seats: ListSeats,
    private readonly scores: RecordScores,
    private readonly tickets: PrintTicket,
  ) {}

  @Get('exam-sessions/:id/seats')
  @May('exam.read')
  async list(@Param('id', ParseUUIDPipe) id: string, @Query() query: SeatsQuery, @CurrentActor() actor: Actor) {
    if (!query.format) return this.seats.run(id, query, actor);
    return fileAnswer(await this.seats.export(id, query, query.format, actor));
  }

  @Post('exam-sessions/:id/scores')
  @HttpCode(200)
  @May('exam.manage')
  recordScores(@Param('id', ParseUUIDPipe) id: string, @Body() request: ScoresDto, @CurrentActor() actor: Actor) {
    return this.scores.run(id, request, actor);
  }

  @Get('applications/:id/ticket.pdf')
  @May('application.print')
  async ticket(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    const { number, bytes } = await this.tickets.run(id, actor);
    return pdfAnswer(bytes, number);
  }
}
