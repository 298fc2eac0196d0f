import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May } from '@xibu/platform';
import { CheckReports } from './check-reports.js';
import { ListReports } from './list-reports.js';
import { CheckReportsDto, ReportsQuery, SubmitReportDto } from './reports.dto.js';
import { SubmitReport } from './submit-report.js';

@Controller('reports')
export class ReportsController {
  constructor(
    private readonly reports: ListReports,
    private readonly submission: SubmitReport,
    private readonly checks: CheckReports,
  ) {}

  @Get()
  @May('report.read')
  list(@Query() query: ReportsQuery, @CurrentActor() actor: Actor) {
    return this.reports.run(query, actor);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @May('report.submit')
  submit(@Param('id') id: string, @Body() content: SubmitReportDto, @CurrentActor() actor: Actor) {
    return this.submission.run(id, content, actor);
  }

  @Post('league-check')
  @HttpCode(200)
  @May('report.check-league')
  leagueCheck(@Body() { ids, remark }: CheckReportsDto, @CurrentActor() actor: Actor) {
    return this.checks.run('league-city', ids, remark, actor);
  }

  @Post('region-check')
  @HttpCode(200)
  @May('report.check-region')
  regionCheck(@Body() { ids, remark }: CheckReportsDto, @CurrentActor() actor: Actor) {
    return this.checks.run('region', ids, remark, actor);
  }
}
