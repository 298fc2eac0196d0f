import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, pdfAnswer } from '@xibu/platform';
import { AgreementsQuery, AllowLateDto, SignAgreementsDto, UnsignedQuery } from './agreements.dto.js';
import { ListAgreements } from './list-agreements.js';
import { PrintAgreement } from './print-agreement.js';
import { SignAgreements } from './sign-agreements.js';

/** 三方服务协议: read, printed and signed by its three parties. */
@Controller('agreements')
export class AgreementsController {
  constructor(
    private readonly agreements: ListAgreements,
    private readonly signing: SignAgreements,
    private readonly printing: PrintAgreement,
  ) {}

  @Get()
  @May('agreement.read')
  list(@Query() query: AgreementsQuery, @CurrentActor() actor: Actor) {
    return this.agreements.run(query, actor);
  }

  @Get('unsigned')
  @May('agreement.read')
  unsigned(@Query() { season }: UnsignedQuery, @CurrentActor() actor: Actor) {
    return this.agreements.unsigned(season, actor);
  }

  @Post('sign')
  @HttpCode(200)
  @May('agreement.sign')
  signMany(@Body() { ids }: SignAgreementsDto, @CurrentActor() actor: Actor) {
    return this.signing.run(ids, actor);
  }

  @Get(':id')
  @May('agreement.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.agreements.one(id, actor);
  }

  @Get(':id/agreement.pdf')
  @May('agreement.read')
  async print(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    const { number, bytes } = await this.printing.run(id, actor);
    return pdfAnswer(bytes, number);
  }

  @Post(':id/sign')
  @HttpCode(200)
  @May('agreement.sign')
  sign(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.signing.one(id, actor);
  }

  @Post(':id/allow-late')
  @HttpCode(200)
  @May('agreement.allow-late')
  allowLate(@Param('id', ParseUUIDPipe) id: string, @Body() request: AllowLateDto, @CurrentActor() actor: Actor) {
    return this.signing.allowLate(id, request, actor);
  }
}
