import { Controller, Get, Param, Query } from '@nestjs/common';
import { Open } from '@xibu/platform';
import { IsString, Matches, MaxLength } from 'class-validator';
import { CheckDocument } from './check-document.js';

class CheckQuery {
  /** The part of the scanned address behind the number. */
  @IsString()
  @MaxLength(2000)
  readonly token: string;
}

class NumberParam {
  @Matches(/^[\w-]{5,40}$/)
  readonly number: string;
}

/** Anybody who holds a paper may ask whether it is genuine. */
@Controller()
export class DocumentsController {
  constructor(private readonly documents: CheckDocument) {}

  @Get('confirmations/:number/check')
  @Open()
  checkConfirmation(@Param() { number }: NumberParam, @Query() { token }: CheckQuery) {
    return this.documents.run('confirmation-notice', number, token);
  }

  @Get('registration-forms/:number/check')
  @Open()
  checkForm(@Param() { number }: NumberParam, @Query() { token }: CheckQuery) {
    return this.documents.run('registration-form', number, token);
  }
}
