import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { CoversQuery } from '../insurance-covers/covers.dto.js';
import { ListCovers } from '../insurance-covers/list-covers.js';
import { ListPolicies } from './list-policies.js';
import { PoliciesQuery, PreparePolicyDto } from './policies.dto.js';
import { PreparePolicy } from './prepare-policy.js';

@Controller()
export class PoliciesController {
  constructor(
    private readonly policies: ListPolicies,
    private readonly preparation: PreparePolicy,
    private readonly covers: ListCovers,
  ) {}

  @Get('insurance-policies')
  @May('policy.read')
  list(@Query() query: PoliciesQuery, @CurrentActor() actor: Actor) {
    return this.policies.run(query, actor);
  }

  @Post('insurance-policies')
  @May('policy.prepare')
  prepare(@Body() request: PreparePolicyDto, @CurrentActor() actor: Actor) {
    return this.preparation.run(request, actor);
  }

  @Post('insurance-policies/:id/approve')
  @HttpCode(200)
  @May('policy.approve')
  approve(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.preparation.approve(id, actor);
  }

  @Get('insurance-covers')
  @May('cover.read')
  listCovers(@Query() query: CoversQuery, @CurrentActor() actor: Actor) {
    return this.covers.run(query, actor);
  }

  @Get('insurance-covers/mine')
  @May('cover.own')
  mine(@Query() query: CoversQuery, @CurrentActor() actor: Actor) {
    return this.covers.run(query, actor);
  }
}
