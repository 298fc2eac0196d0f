import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { DecideDto } from '../leaves/leaves.dto.js';
import { AskDeparture } from './ask-departure.js';
import { DecideDeparture } from './decide-departure.js';
import { AskDepartureDto, DeparturesQuery, ProposeTerminationDto, RecordDeathDto } from './departures.dto.js';
import { ListDepartures } from './list-departures.js';

/** 离岗 before the end of the term. */
@Controller('departures')
export class DeparturesController {
  constructor(
    private readonly departures: ListDepartures,
    private readonly asking: AskDeparture,
    private readonly deciding: DecideDeparture,
  ) {}

  @Get()
  @May('departure.read')
  list(@Query() query: DeparturesQuery, @CurrentActor() actor: Actor) {
    return this.departures.run(query, actor);
  }

  @Post()
  @May('departure.ask')
  ask(@Body() request: AskDepartureDto, @CurrentActor() actor: Actor) {
    return this.asking.run(request, actor);
  }

  @Post('terminations')
  @May('departure.propose')
  propose(@Body() request: ProposeTerminationDto, @CurrentActor() actor: Actor) {
    return this.asking.propose(request, actor);
  }

  @Post('deaths')
  @May('departure.record-death')
  recordDeath(@Body() request: RecordDeathDto, @CurrentActor() actor: Actor) {
    return this.asking.recordDeath(request, actor);
  }

  @Post(':id/agree')
  @HttpCode(200)
  @May('departure.agree')
  agree(@Param('id', ParseUUIDPipe) id: string, @Body() request: DecideDto, @CurrentActor() actor: Actor) {
    return this.deciding.agree(id, request, actor);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @May('departure.decide')
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() request: DecideDto, @CurrentActor() actor: Actor) {
    return this.deciding.decide(id, request, actor);
  }
}
