import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { ApplyForCounty } from './apply-for-county.js';
import {
  ApplyForCountyDto,
  CountiesQuery,
  FileCountyDto,
  ReapplyCountyDto,
  ReasonDto,
  RectifyCountyDto,
  RegisterCountiesDto,
} from './counties.dto.js';
import type { CountyStep } from './county.rules.js';
import { ListCounties } from './list-counties.js';
import { MoveCounty } from './move-county.js';
import { RegisterCounties } from './register-counties.js';

/** 服务县: the register, and the ways onto it. */
@Controller('counties')
export class CountiesController {
  constructor(
    private readonly counties: ListCounties,
    private readonly application: ApplyForCounty,
    private readonly registration: RegisterCounties,
  ) {}

  @Get()
  @May('service-county.read')
  list(@Query() query: CountiesQuery, @CurrentActor() actor: Actor) {
    return this.counties.run(query, actor);
  }

  @Get(':code')
  @May('service-county.read')
  get(@Param('code', ParseIntPipe) code: number, @CurrentActor() actor: Actor) {
    return this.counties.one(code, actor);
  }

  @Post()
  @May('service-county.apply')
  apply(@Body() request: ApplyForCountyDto, @CurrentActor() actor: Actor) {
    return this.application.run(request, actor);
  }

  @Post('register')
  @May('service-county.register')
  register(@Body() request: RegisterCountiesDto, @CurrentActor() actor: Actor) {
    return this.registration.run(request, actor);
  }
}

/** The steps of its qualification. */
@Controller('counties/:code')
export class CountyStepsController {
  constructor(private readonly county: MoveCounty) {}

  @Post('approve')
  @HttpCode(200)
  @May('service-county.decide')
  approve(@Param('code', ParseIntPipe) code: number, @CurrentActor() actor: Actor) {
    return this.move(code, { take: 'approve' }, actor);
  }

  @Post('refuse')
  @HttpCode(200)
  @May('service-county.decide')
  refuse(@Param('code', ParseIntPipe) code: number, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.move(code, { take: 'refuse', reason }, actor);
  }

  @Post('file')
  @HttpCode(200)
  @May('service-county.file')
  file(@Param('code', ParseIntPipe) code: number, @Body() request: FileCountyDto, @CurrentActor() actor: Actor) {
    return this.move(code, { take: 'file', filingNumber: request.filingNumber }, actor);
  }

  @Post('activate')
  @HttpCode(200)
  @May('service-county.activate')
  activate(@Param('code', ParseIntPipe) code: number, @CurrentActor() actor: Actor) {
    return this.move(code, { take: 'activate' }, actor);
  }

  @Post('rectify')
  @HttpCode(200)
  @May('service-county.apply')
  rectify(@Param('code', ParseIntPipe) code: number, @Body() request: RectifyCountyDto, @CurrentActor() actor: Actor) {
    return this.move(code, { take: 'rectify', measures: request.measures, document: request.document }, actor);
  }

  @Post('reapply')
  @HttpCode(200)
  @May('service-county.reapply')
  reapply(@Param('code', ParseIntPipe) code: number, @Body() request: ReapplyCountyDto, @CurrentActor() actor: Actor) {
    const { season, governmentApproval } = request;
    return this.move(code, { take: 'reapply', season, governmentApproval }, actor);
  }

  private move(code: number, step: CountyStep, actor: Actor) {
    return this.county.run(code, step, actor);
  }
}
