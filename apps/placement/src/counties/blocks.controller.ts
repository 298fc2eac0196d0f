import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, ListQuery, May } from '@xibu/platform';
import { BlocksQuery, LocalKeyCountyDto, ReasonDto } from './counties.dto.js';
import { KeepLocalKeyCounty } from './keep-local-key-county.js';
import { MoveBlock } from './move-block.js';

/** 停派: which counties and units have no volunteers in a season, and the decision to lift it. */
@Controller('blocks')
export class BlocksController {
  constructor(private readonly blocks: MoveBlock) {}

  @Get()
  @May('service-county.read')
  list(@Query() query: BlocksQuery, @CurrentActor() actor: Actor) {
    return this.blocks.list(query, actor);
  }

  @Post(':id/propose-lifting')
  @HttpCode(200)
  @May('placement-block.propose-lifting')
  propose(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.blocks.run(id, { take: 'propose-lifting', reason }, actor);
  }

  @Post(':id/lift')
  @HttpCode(200)
  @May('placement-block.decide-lifting')
  lift(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.blocks.run(id, { take: 'lift' }, actor);
  }

  @Post(':id/keep')
  @HttpCode(200)
  @May('placement-block.decide-lifting')
  keep(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.blocks.run(id, { take: 'keep', reason }, actor);
  }
}

/** 当地乡村振兴重点帮扶县 of the region. */
@Controller('local-key-counties')
export class LocalKeyCountiesController {
  constructor(private readonly counties: KeepLocalKeyCounty) {}

  @Get()
  @May('service-county.read')
  list(@Query() query: ListQuery, @CurrentActor() actor: Actor) {
    return this.counties.list(query, actor);
  }

  @Post()
  @May('local-key-county.keep')
  keep(@Body() request: LocalKeyCountyDto, @CurrentActor() actor: Actor) {
    return this.counties.run(request, actor);
  }
}
