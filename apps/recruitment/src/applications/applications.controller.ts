import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { sheetFile } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import { CurrentActor, fileAnswer, May } from '@xibu/platform';
import { ApplicationsQuery, BulkReviewDto, ReviewApplicationDto } from './applications.dto.js';
import { GetApplication } from './get-application.js';
import { applicationColumns, ListApplications, sheetRowOf } from './list-applications.js';
import { ReviewApplication } from './review-application.js';
import { ReviewApplications } from './review-applications.js';

/** What offices see of applications, and their two reviews. */
@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly applications: ListApplications,
    private readonly application: GetApplication,
    private readonly review: ReviewApplication,
    private readonly reviews: ReviewApplications,
  ) {}

  @Get()
  @May('application.read')
  async list(@Query() query: ApplicationsQuery, @CurrentActor() actor: Actor) {
    if (!query.format) return this.applications.run(query, actor);
    const rows = (await this.applications.all(query, actor)).map(sheetRowOf);
    return fileAnswer(await sheetFile({ title: '报名人员', columns: applicationColumns, rows }, query.format));
  }

  @Get(':id')
  @May('application.read')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.application.ofOffice(id, actor);
  }

  @Post(':id/faculty-review')
  @HttpCode(200)
  @May('application.review-faculty')
  reviewByFaculty(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReviewApplicationDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.review.run('faculty', id, request, actor);
  }

  @Post(':id/university-review')
  @HttpCode(200)
  @May('application.review-university')
  reviewByUniversity(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReviewApplicationDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.review.run('university', id, request, actor);
  }

  @Post('bulk-review')
  @HttpCode(200)
  @May('application.review-any')
  reviewMany(@Body() request: BulkReviewDto, @CurrentActor() actor: Actor) {
    return this.reviews.run(request, actor);
  }
}
