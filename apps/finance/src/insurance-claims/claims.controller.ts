import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { MonthQuery } from '../offices/month.dto.js';
import { ClaimDocumentsDto, DecideClaimDto, PayClaimDto, ReportClaimDto } from './claims.dto.js';
import { HandleClaim } from './handle-claim.js';
import { ListClaims } from './list-claims.js';

@Controller('insurance-claims')
export class ClaimsController {
  constructor(
    private readonly claims: ListClaims,
    private readonly handling: HandleClaim,
  ) {}

  @Get()
  @May('claim.read')
  list(@Query() query: MonthQuery, @CurrentActor() actor: Actor) {
    return this.claims.run(query, actor);
  }

  @Get(':id')
  @May('claim.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.handling.get(id, actor);
  }

  @Post()
  @May('claim.report')
  report(@Body() request: ReportClaimDto, @CurrentActor() actor: Actor) {
    return this.handling.report(request, actor);
  }

  @Post(':id/documents')
  @HttpCode(200)
  @May('claim.report')
  documents(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { documents }: ClaimDocumentsDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.handling.addDocuments(id, documents, actor);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @May('claim.decide')
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() request: DecideClaimDto, @CurrentActor() actor: Actor) {
    return this.handling.decide(id, request, actor);
  }

  @Post(':id/pay')
  @HttpCode(200)
  @May('claim.decide')
  pay(@Param('id', ParseUUIDPipe) id: string, @Body() request: PayClaimDto, @CurrentActor() actor: Actor) {
    return this.handling.pay(id, request, actor);
  }
}
