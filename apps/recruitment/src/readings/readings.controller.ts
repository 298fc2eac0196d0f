import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { RevealRequest } from '@xibu/domain/recruitment/api';
import { CurrentActor, May, Repeatable } from '@xibu/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { ListReadings } from './list-readings.js';
import { RevealField } from './reveal-field.js';

class RevealDto implements RevealRequest {
  @IsString()
  @MaxLength(200)
  readonly reason: string;

  @IsOptional()
  @IsIn(['identityNumber', 'healthConclusion'])
  readonly field?: 'identityNumber' | 'healthConclusion';
}

@Controller('applications/:id')
export class ReadingsController {
  constructor(
    private readonly revealing: RevealField,
    private readonly readings: ListReadings,
  ) {}

  /** Not kept under an Idempotency-Key: what is opened must not lie about in clear text; each look is noted anew. */
  @Post('reveal')
  @HttpCode(200)
  @Repeatable()
  @May('application.reveal')
  reveal(@Param('id', ParseUUIDPipe) id: string, @Body() request: RevealDto, @CurrentActor() actor: Actor) {
    return this.revealing.run(id, request, actor);
  }

  @Get('reads')
  @May('application.own')
  reads(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.readings.run(id, actor);
  }
}
