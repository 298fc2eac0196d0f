import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, IfMatch, May } from '@xibu/platform';
import { ProveSubmission } from '../receipts/prove-submission.js';
import { ConfirmApplicationDto, StartApplicationDto, SubmitApplicationDto } from './applications.dto.js';
import { ConfirmApplication } from './confirm-application.js';
import { GetApplication } from './get-application.js';
import { SaveDraftDto } from './save-draft.dto.js';
import { SaveDraft } from './save-draft.js';
import { StartApplication } from './start-application.js';
import { SubmitApplication } from './submit-application.js';
import { WithdrawApplication } from './withdraw-application.js';

/** Opening the form and filling it in. */
@Controller('applications')
export class OwnDraftController {
  constructor(
    private readonly applications: GetApplication,
    private readonly start: StartApplication,
    private readonly save: SaveDraft,
    private readonly proof: ProveSubmission,
  ) {}

  @Get('mine')
  @May('application.own')
  async mine(@CurrentActor() actor: Actor) {
    return (await this.applications.mine(actor)).map((own) => this.proof.run(own));
  }

  @Post()
  @May('application.own')
  startApplication(@Body() request: StartApplicationDto, @CurrentActor() actor: Actor) {
    return this.start.run(request, actor);
  }

  @Put(':id/draft')
  @May('application.own')
  saveDraft(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SaveDraftDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ) {
    return this.save.run(id, request, version, actor);
  }
}

/** The applicant's steps after that. */
@Controller('applications/:id')
export class OwnApplicationController {
  constructor(
    private readonly submission: SubmitApplication,
    private readonly confirmation: ConfirmApplication,
    private readonly withdrawal: WithdrawApplication,
    private readonly proof: ProveSubmission,
  ) {}

  @Post('submit')
  @HttpCode(200)
  @May('application.own')
  async submit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SubmitApplicationDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.proof.run(await this.submission.run(id, request, actor));
  }

  @Post('confirm')
  @HttpCode(200)
  @May('application.own')
  confirm(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ConfirmApplicationDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.confirmation.run(id, request, actor);
  }

  @Post('withdraw')
  @HttpCode(200)
  @May('application.own')
  withdraw(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.withdrawal.run(id, actor);
  }
}
