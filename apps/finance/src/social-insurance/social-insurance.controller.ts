import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { ListInsured } from './list-insured.js';
import { InsuredQuery } from './social-insurance.dto.js';

@Controller('social-insurance')
export class SocialInsuranceController {
  constructor(private readonly insured: ListInsured) {}

  @Get()
  @May('social-insurance.read')
  list(@Query() query: InsuredQuery, @CurrentActor() actor: Actor) {
    return this.insured.run(query, actor);
  }

  @Get('file')
  @May('social-insurance.export')
  file(@Query() query: InsuredQuery, @CurrentActor() actor: Actor) {
    return this.insured.file(query, actor);
  }

  @Get('mine')
  @May('social-insurance.own')
  mine(@CurrentActor() actor: Actor) {
    return this.insured.mine(actor);
  }
}
