import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { MonthQuery } from '../offices/month.dto.js';
import { ImportSlip } from './import-slip.js';
import { ListSlips } from './list-slips.js';
import { ImportSlipDto, SlipRowsQuery } from './slips.dto.js';

@Controller('agency-slips')
export class SlipsController {
  constructor(
    private readonly slips: ListSlips,
    private readonly importing: ImportSlip,
  ) {}

  @Get()
  @May('agency-slip.read')
  list(@Query() query: MonthQuery, @CurrentActor() actor: Actor) {
    return this.slips.run(query, actor);
  }

  @Get(':id/rows')
  @May('agency-slip.read')
  rows(@Param('id', ParseUUIDPipe) id: string, @Query() query: SlipRowsQuery, @CurrentActor() actor: Actor) {
    return this.slips.rows(id, query, actor);
  }

  @Post()
  @May('agency-slip.import')
  import(@Body() request: ImportSlipDto, @CurrentActor() actor: Actor) {
    return this.importing.run(request, actor);
  }
}
