import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, Open, pdfAnswer } from '@xibu/platform';
import { CertificatesQuery, IssueCertificatesDto, RevokeDto, WriteAppraisalsDto } from './certificates.dto.js';
import { IssueCertificates } from './issue-certificates.js';
import { ShowCertificates } from './show-certificates.js';
import { WriteAppraisals } from './write-appraisals.js';

/** End of service: appraisal, certificate, and its check by anybody. */
@Controller()
export class CertificatesController {
  constructor(
    private readonly appraisals: WriteAppraisals,
    private readonly certificates: IssueCertificates,
    private readonly shown: ShowCertificates,
  ) {}

  @Post('appraisals/bulk')
  @HttpCode(200)
  @May('appraisal.write')
  appraise(@Body() { rows }: WriteAppraisalsDto, @CurrentActor() actor: Actor) {
    return this.appraisals.run(rows, actor);
  }

  @Post('certificates/bulk')
  @HttpCode(200)
  @May('certificate.issue')
  issue(@Body() { volunteerIds }: IssueCertificatesDto, @CurrentActor() actor: Actor) {
    return this.certificates.run(volunteerIds, actor);
  }

  @Get('certificates/mine')
  @May('certificate.own')
  mine(@CurrentActor() actor: Actor) {
    return this.shown.mine(actor);
  }

  @Get('certificates')
  @May('certificate.read')
  list(@Query() query: CertificatesQuery, @CurrentActor() actor: Actor) {
    return this.shown.list(query, actor);
  }

  @Get('certificates/check/:number')
  @Open()
  check(@Param('number') number: string) {
    return this.shown.check(number);
  }

  @Get('certificates/check-token/:token')
  @Open()
  checkToken(@Param('token') token: string) {
    return this.shown.checkToken(token);
  }

  @Get('certificates/:number/pdf')
  @May('certificate.print')
  async pdf(@Param('number') number: string, @CurrentActor() actor: Actor) {
    return pdfAnswer(await this.shown.pdf(number, actor), number);
  }

  @Post('certificates/:number/revoke')
  @HttpCode(200)
  @May('certificate.revoke')
  revoke(@Param('number') number: string, @Body() { reason }: RevokeDto, @CurrentActor() actor: Actor) {
    return this.certificates.revoke(number, reason, actor);
  }
}
