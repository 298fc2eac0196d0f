import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { AskExtensionRequest } from '@xibu/domain/placement/api';
import { CurrentActor, May } from '@xibu/platform';
import { IsString, Length } from 'class-validator';
import { DecideDto } from '../leaves/leaves.dto.js';
import { AskExtension } from './ask-extension.js';
import { DecideExtension } from './decide-extension.js';
import { ExtensionsQuery, ListExtensions } from './list-extensions.js';

class AskExtensionDto implements AskExtensionRequest {
  @IsString()
  @Length(1, 500)
  readonly reason: string;
}

/** 延期. */
@Controller('extensions')
export class ExtensionsController {
  constructor(
    private readonly extensions: ListExtensions,
    private readonly asking: AskExtension,
    private readonly deciding: DecideExtension,
  ) {}

  @Get()
  @May('extension.read')
  list(@Query() query: ExtensionsQuery, @CurrentActor() actor: Actor) {
    return this.extensions.run(query, actor);
  }

  @Post()
  @May('extension.ask')
  ask(@Body() request: AskExtensionDto, @CurrentActor() actor: Actor) {
    return this.asking.run(request, actor);
  }

  @Post(':id/agree')
  @HttpCode(200)
  @May('extension.agree')
  agree(@Param('id', ParseUUIDPipe) id: string, @Body() request: DecideDto, @CurrentActor() actor: Actor) {
    return this.deciding.agree(id, request, actor);
  }

  @Post(':id/decide')
  @HttpCode(200)
  @May('extension.decide')
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() request: DecideDto, @CurrentActor() actor: Actor) {
    return this.deciding.decide(id, request, actor);
  }
}
