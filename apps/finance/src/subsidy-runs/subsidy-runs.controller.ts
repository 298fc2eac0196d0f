import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, Repeatable } from '@xibu/platform';
import { ExplainRunPerson } from './explain-run-person.js';
import { GetSubsidyRun } from './get-subsidy-run.js';
import { ListSubsidyRuns } from './list-subsidy-runs.js';
import { PreviewSubsidyRun } from './preview-subsidy-run.js';
import { RecomputeSubsidyRun } from './recompute-subsidy-run.js';
import { RunPeopleQuery, RunsQuery } from './subsidy-runs.dto.js';

/** What can be seen of runs. */
@Controller('subsidy-runs')
export class SubsidyRunsController {
  constructor(
    private readonly runs: ListSubsidyRuns,
    private readonly one: GetSubsidyRun,
    private readonly explanation: ExplainRunPerson,
  ) {}

  @Get()
  @May('subsidy-run.read')
  list(@Query() query: RunsQuery, @CurrentActor() actor: Actor) {
    return this.runs.run(query, actor);
  }

  @Get(':id')
  @May('subsidy-run.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.one.run(id, actor);
  }

  @Get(':id/totals')
  @May('subsidy-run.read')
  totals(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.one.totals(id, actor);
  }

  @Get(':id/people')
  @May('subsidy-run.read')
  people(@Param('id', ParseUUIDPipe) id: string, @Query() query: RunPeopleQuery, @CurrentActor() actor: Actor) {
    return this.runs.people(id, query, actor);
  }

  @Get(':id/people/:accountId')
  @May('subsidy-run.read')
  explain(@Param('id', ParseUUIDPipe) id: string, @Param('accountId') accountId: string, @CurrentActor() actor: Actor) {
    return this.explanation.run(id, accountId, actor);
  }
}

/** What can be computed without changing anything. */
@Controller('subsidy-runs/:id')
export class RunComputationsController {
  constructor(
    private readonly previews: PreviewSubsidyRun,
    private readonly recomputations: RecomputeSubsidyRun,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Repeatable()
  @May('subsidy-run.preview')
  preview(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.previews.run(id, actor);
  }

  @Post('recompute')
  @HttpCode(200)
  @Repeatable()
  @May('subsidy-run.recompute')
  recompute(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.recomputations.run(id, actor);
  }
}
