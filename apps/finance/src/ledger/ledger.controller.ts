import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { LedgerQuery } from './ledger.dto.js';
import { ListLedger } from './list-ledger.js';

@Controller('ledger')
export class LedgerController {
  constructor(private readonly ledger: ListLedger) {}

  @Get('balances')
  @May('ledger.read')
  balances(@Query() query: LedgerQuery, @CurrentActor() actor: Actor) {
    return this.ledger.balances(query, actor);
  }

  @Get('postings')
  @May('ledger.read')
  postings(@Query() query: LedgerQuery, @CurrentActor() actor: Actor) {
    return this.ledger.postings(query, actor);
  }

  @Get('postings/:id')
  @May('ledger.read')
  posting(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.ledger.posting(id, actor);
  }
}
