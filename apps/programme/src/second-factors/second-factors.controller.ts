import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, Repeatable } from '@xibu/platform';
import { Matches } from 'class-validator';
import { PasswordDto } from '../accounts/accounts.dto.js';
import { PasswordCheck } from '../sign-ins/password-check.js';
import { SecondFactor } from './second-factor.js';

class CodeDto {
  @Matches(/^\d{6}$/)
  readonly code: string;
}

/** The secret is shown once and kept for no Idempotency-Key; asking again makes another. */
@Controller('accounts/me/second-factor')
export class SecondFactorsController {
  constructor(
    private readonly factor: SecondFactor,
    private readonly check: PasswordCheck,
  ) {}

  @Post('enrol')
  @HttpCode(200)
  @May('account.second-factor')
  @Repeatable()
  async enrol(@Body() { password }: PasswordDto, @CurrentActor() actor: Actor) {
    await this.check.require(actor, password);
    return this.factor.enrol(actor);
  }

  @Post('confirm')
  @HttpCode(204)
  @May('account.second-factor')
  @Repeatable()
  confirm(@Body() { code }: CodeDto, @CurrentActor() actor: Actor) {
    return this.factor.confirm(code, actor);
  }

  @Post('remove')
  @HttpCode(204)
  @May('account.second-factor')
  @Repeatable()
  remove(@Body() { code }: CodeDto, @CurrentActor() actor: Actor) {
    return this.factor.remove(code, actor);
  }
}
