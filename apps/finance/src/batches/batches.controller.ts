import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { BankProfileView } from '@xibu/domain/finance/api';
import { CurrentActor, fileAnswer, May } from '@xibu/platform';
import { bankProfiles } from '../bank-files/bank-profiles.js';
import { TakeReturnFile } from '../bank-returns/take-return-file.js';
import { MonthQuery } from '../offices/month.dto.js';
import { ReasonDto } from '../offices/reason.dto.js';
import { PrepareBatchDto, TakeReturnDto } from './batches.dto.js';
import { ListBatches } from './list-batches.js';
import { PrepareBatch } from './prepare-batch.js';
import { ReleaseBatch } from './release-batch.js';

@Controller()
export class BatchesController {
  constructor(
    private readonly batches: ListBatches,
    private readonly preparation: PrepareBatch,
    private readonly returns: TakeReturnFile,
  ) {}

  @Get('bank-profiles')
  @May('batch.read')
  profiles(): BankProfileView[] {
    return bankProfiles.map(({ id, zh, en }) => ({ id, zh, en }));
  }

  @Get('batches')
  @May('batch.read')
  list(@Query() query: MonthQuery, @CurrentActor() actor: Actor) {
    return this.batches.run(query, actor);
  }

  @Get('batches/:id')
  @May('batch.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.batches.get(id, actor);
  }

  @Post('batches')
  @May('batch.prepare')
  prepare(@Body() request: PrepareBatchDto, @CurrentActor() actor: Actor) {
    return this.preparation.run(request, actor);
  }

  @Post('batches/:id/returns')
  @HttpCode(200)
  @May('batch.take-return')
  takeReturn(@Param('id', ParseUUIDPipe) id: string, @Body() request: TakeReturnDto, @CurrentActor() actor: Actor) {
    return this.returns.run(id, request, actor);
  }
}

/** The way of a batch to the bank. */
@Controller('batches/:id')
export class BatchStepsController {
  constructor(private readonly steps: ReleaseBatch) {}

  @Post('release')
  @HttpCode(200)
  @May('batch.release')
  release(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.steps.run(id, actor);
  }

  @Post('discard')
  @HttpCode(200)
  @May('batch.prepare')
  discard(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.steps.discard(id, reason, actor);
  }

  @Post('export')
  @HttpCode(200)
  @May('batch.export')
  export(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.steps.export(id, actor);
  }

  @Get('file')
  @May('batch.export')
  async file(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    const { name, bytes } = await this.steps.file(id, actor);
    return fileAnswer({ bytes, name, type: 'application/octet-stream' });
  }
}
