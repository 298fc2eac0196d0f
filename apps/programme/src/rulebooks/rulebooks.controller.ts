import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, IfMatch, May } from '@xibu/platform';
import { DecideRulebook } from './decide-rulebook.js';
import { ListRulebooks } from './list-rulebooks.js';
import { PrepareRulebook } from './prepare-rulebook.js';
import { FirstRulebookDto, PrepareRulebookDto, RulebooksQuery, SaveRulebookDto } from './rulebooks.dto.js';

/** 规则: prepared by one, published by another; the published ones stand for everybody in the season. */
@Controller('rulebooks')
export class RulebooksController {
  constructor(
    private readonly rulebooks: ListRulebooks,
    private readonly drafts: PrepareRulebook,
    private readonly decisions: DecideRulebook,
  ) {}

  @Get()
  @May('rulebook.read')
  list(@Query() query: RulebooksQuery) {
    return this.rulebooks.list(query);
  }

  @Get(':id')
  @May('rulebook.read')
  one(@Param('id', ParseUUIDPipe) id: string) {
    return this.rulebooks.one(id);
  }

  @Post()
  @May('rulebook.prepare')
  prepare(@Body() request: PrepareRulebookDto, @CurrentActor() actor: Actor) {
    return this.drafts.run(request, actor);
  }

  @Post('first')
  @May('rulebook.prepare')
  first(@Body() { season }: FirstRulebookDto, @CurrentActor() actor: Actor) {
    return this.drafts.first(season, actor);
  }

  @Put(':id')
  @May('rulebook.prepare')
  save(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SaveRulebookDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ) {
    return this.drafts.save(id, request, version, actor);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @May('rulebook.publish')
  publish(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.decisions.publish(id, actor);
  }

  @Post(':id/discard')
  @HttpCode(200)
  @May('rulebook.prepare')
  discard(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.decisions.discard(id, actor);
  }
}
