import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, Open, Repeatable } from '@xibu/platform';
import { DecideObjection } from './decide-objection.js';
import { FileObjection } from './file-objection.js';
import { ListObjections } from './list-objections.js';
import { FileObjectionDto, ObjectionsQuery, ReasonDto } from './objections.dto.js';
import { RevealObjection } from './reveal-objection.js';

@Controller()
export class ObjectionsController {
  constructor(
    private readonly objections: ListObjections,
    private readonly filing: FileObjection,
    private readonly deciding: DecideObjection,
    private readonly revealing: RevealObjection,
  ) {}

  @Post('public-notices/:id/objections')
  @Open()
  file(@Param('id', ParseUUIDPipe) id: string, @Body() request: FileObjectionDto) {
    return this.filing.run(id, request);
  }

  @Get('objections')
  @May('objection.read')
  list(@Query() query: ObjectionsQuery, @CurrentActor() actor: Actor) {
    return this.objections.run(query, actor);
  }

  @Get('objections/:id')
  @May('objection.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.objections.one(id, actor);
  }

  @Post('objections/:id/reveal')
  @HttpCode(200)
  @Repeatable()
  @May('objection.reveal')
  reveal(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.revealing.run(id, reason, actor);
  }

  @Post('objections/:id/uphold')
  @HttpCode(200)
  @May('objection.decide')
  uphold(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.deciding.run(id, 'upheld', reason, actor);
  }

  @Post('objections/:id/dismiss')
  @HttpCode(200)
  @May('objection.decide')
  dismiss(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.deciding.run(id, 'dismissed', reason, actor);
  }
}
