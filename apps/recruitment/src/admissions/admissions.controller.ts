import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type SheetColumn, sheetFile } from '@xibu/documents';
import type { Actor } from '@xibu/domain';
import { CurrentActor, fileAnswer, May, pdfAnswer } from '@xibu/platform';
import { countyName } from '../documents/county-name.js';
import { AdmissionsQuery, AdmitDto } from './admissions.dto.js';
import { AdmitApplications } from './admit-applications.js';
import { AnswerAdmission } from './answer-admission.js';
import { ListAdmissions } from './list-admissions.js';
import { PrintConfirmation } from './print-confirmation.js';

const columns: readonly SheetColumn[] = [
  { key: 'confirmationNumber', header: '确认通知书编号', kind: 'text', width: 20 },
  { key: 'name', header: '姓名', kind: 'text' },
  { key: 'faculty', header: '院系', kind: 'text', width: 24 },
  { key: 'place', header: '服务地', kind: 'text', width: 24 },
  { key: 'postTitle', header: '岗位', kind: 'text', width: 24 },
  { key: 'admittedOn', header: '录取日期', kind: 'date' },
  { key: 'answer', header: '本人答复', kind: 'text' },
  { key: 'status', header: '状态', kind: 'text' },
];

@Controller('admissions')
export class AdmissionsController {
  constructor(
    private readonly admissions: ListAdmissions,
    private readonly admitting: AdmitApplications,
  ) {}

  @Get()
  @May('admission.read')
  async list(@Query() query: AdmissionsQuery, @CurrentActor() actor: Actor) {
    if (!query.format) return this.admissions.run(query, actor);
    const rows = (await this.admissions.all(query, actor)).map((row) => ({ ...row, place: countyName(row.county) }));
    return fileAnswer(await sheetFile({ title: '录取名册', columns, rows }, query.format));
  }

  @Post('bulk')
  @HttpCode(200)
  @May('admission.admit')
  admit(@Body() request: AdmitDto, @CurrentActor() actor: Actor) {
    return this.admitting.run(request, actor);
  }
}

/** The person's answer, and the notice on paper. */
@Controller('applications/:id')
export class OwnAdmissionController {
  constructor(
    private readonly answering: AnswerAdmission,
    private readonly notices: PrintConfirmation,
  ) {}

  @Post('accept')
  @HttpCode(200)
  @May('application.own')
  accept(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.answering.run(id, 'accepted', actor);
  }

  @Post('decline')
  @HttpCode(200)
  @May('application.own')
  decline(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.answering.run(id, 'declined', actor);
  }

  @Get('confirmation.pdf')
  @May('application.print')
  async confirmation(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    const { number, bytes } = await this.notices.run(id, actor);
    return pdfAnswer(bytes, number);
  }
}
