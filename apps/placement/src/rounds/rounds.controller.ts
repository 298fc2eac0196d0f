import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { ReasonDto } from '../counties/counties.dto.js';
import { AnnulRound } from './annul-round.js';
import { DrawSeed } from './draw-seed.js';
import { FreezeRound } from './freeze-round.js';
import { OpenRound } from './open-round.js';
import { PublishRound } from './publish-round.js';
import { RevealSeed } from './reveal-seed.js';
import { DrawSeedDto, OpenRoundDto } from './rounds.dto.js';
import { RunRound } from './run-round.js';

/** Up to the freeze: seed drawn and committed to, then everything that decides is written down. */
@Controller('rounds')
export class RoundInputController {
  constructor(
    private readonly opening: OpenRound,
    private readonly drawing: DrawSeed,
    private readonly freezing: FreezeRound,
  ) {}

  @Post()
  @May('round.prepare')
  open(@Body() request: OpenRoundDto, @CurrentActor() actor: Actor) {
    return this.opening.run(request, actor);
  }

  @Post(':id/draw')
  @HttpCode(200)
  @May('round.prepare')
  draw(@Param('id', ParseUUIDPipe) id: string, @Body() request: DrawSeedDto, @CurrentActor() actor: Actor) {
    return this.drawing.run(id, request, actor);
  }

  @Post(':id/freeze')
  @HttpCode(200)
  @May('round.prepare')
  freeze(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.freezing.run(id, actor);
  }
}

/** From the seed to the public. */
@Controller('rounds/:id')
export class RoundResultController {
  constructor(
    private readonly revealing: RevealSeed,
    private readonly running: RunRound,
    private readonly publishing: PublishRound,
    private readonly annulling: AnnulRound,
  ) {}

  @Post('reveal')
  @HttpCode(200)
  @May('round.prepare')
  reveal(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.revealing.run(id, actor);
  }

  /** Answers at once; `GET rounds/{id}` tells how far it has come. */
  @Post('run')
  @HttpCode(200)
  @May('round.prepare')
  run(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.running.run(id, actor);
  }

  @Post('publish')
  @HttpCode(200)
  @May('round.publish')
  publish(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.publishing.run(id, actor);
  }

  @Post('annul')
  @HttpCode(200)
  @May('round.annul')
  annul(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.annulling.run(id, reason, actor);
  }
}
