import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { ReasonDto } from '../offices/reason.dto.js';
import { CoverageQuery, GapsQuery } from './coverage.dto.js';
import { ListCoverage } from './list-coverage.js';
import { ShowCalendar } from './show-calendar.js';

@Controller('coverage')
export class CoverageController {
  constructor(
    private readonly coverage: ListCoverage,
    private readonly calendar: ShowCalendar,
  ) {}

  @Get()
  @May('coverage.read')
  people(@Query() query: CoverageQuery, @CurrentActor() actor: Actor) {
    return this.coverage.people(query, actor);
  }

  @Get('gaps')
  @May('coverage.read')
  gaps(@Query() query: GapsQuery, @CurrentActor() actor: Actor) {
    return this.coverage.gaps(query, actor);
  }

  @Post('gaps/:id/settle')
  @HttpCode(200)
  @May('coverage.settle')
  settle(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.coverage.settle(id, reason, actor);
  }

  @Get('mine')
  @May('coverage.own')
  mine(@CurrentActor() actor: Actor) {
    return this.calendar.run(actor.account, actor);
  }

  @Get('people/:accountId')
  @May('coverage.read')
  person(@Param('accountId') accountId: string, @CurrentActor() actor: Actor) {
    return this.calendar.run(accountId, actor);
  }
}
