import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, pdfAnswer } from '@xibu/platform';
import { CountsQuery } from './applications.dto.js';
import { CountApplications } from './count-applications.js';
import { GetProgress } from './get-progress.js';
import { PrintRegistrationForm } from './print-registration-form.js';

/** Figures of the season board, how far one application has come, and the form on paper. */
@Controller('applications')
export class ApplicationSheetsController {
  constructor(
    private readonly counts: CountApplications,
    private readonly forms: PrintRegistrationForm,
    private readonly progress: GetProgress,
  ) {}

  @Get('counts')
  @May('application.read')
  count(@Query() query: CountsQuery, @CurrentActor() actor: Actor) {
    return this.counts.run(query, actor);
  }

  @Get(':id/progress')
  @May('application.progress')
  follow(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.progress.run(id, actor);
  }

  @Get(':id/form.pdf')
  @May('application.print')
  async form(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    const { number, bytes } = await this.forms.run(id, actor);
    return pdfAnswer(bytes, number);
  }
}
