import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { HandleIncident } from './handle-incident.js';
import { ConcludeIncidentDto, IncidentStepDto, IncidentsQuery, ReportIncidentDto } from './incidents.dto.js';
import { ListIncidents } from './list-incidents.js';

@Controller('incidents')
export class IncidentsController {
  constructor(
    private readonly incidents: ListIncidents,
    private readonly handling: HandleIncident,
  ) {}

  @Get()
  @May('incident.read')
  list(@Query() query: IncidentsQuery, @CurrentActor() actor: Actor) {
    return this.incidents.run(query, actor);
  }

  @Post()
  @May('incident.report')
  report(@Body() request: ReportIncidentDto, @CurrentActor() actor: Actor) {
    return this.handling.report(request, actor);
  }

  @Post(':id/respond')
  @HttpCode(200)
  @May('incident.handle')
  respond(@Param('id', ParseUUIDPipe) id: string, @Body() { text }: IncidentStepDto, @CurrentActor() actor: Actor) {
    return this.handling.respond(id, text, actor);
  }

  @Post(':id/close')
  @HttpCode(200)
  @May('incident.handle')
  close(@Param('id', ParseUUIDPipe) id: string, @Body() { text }: IncidentStepDto, @CurrentActor() actor: Actor) {
    return this.handling.close(id, text, actor);
  }

  @Post(':id/conclude')
  @HttpCode(200)
  @May('incident.conclude')
  conclude(@Param('id', ParseUUIDPipe) id: string, @Body() request: ConcludeIncidentDto, @CurrentActor() actor: Actor) {
    return this.handling.conclude(id, request, actor);
  }
}
