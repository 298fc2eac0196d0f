import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, Open } from '@xibu/platform';
import { ReasonDto } from '../offices/offices.dto.js';
import {
  AccountsQuery,
  OpenAccountDto,
  OpenAccountsDto,
  RegisterAccountDto,
  ResetPasswordDto,
} from './accounts.dto.js';
import { HelpAccount } from './help-account.js';
import { ListAccounts } from './list-accounts.js';
import { OpenAccounts } from './open-accounts.js';
import { RegisterAccount } from './register-account.js';

/** Opening accounts, and what offices do with those of their scope. */
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly registration: RegisterAccount,
    private readonly accounts: ListAccounts,
    private readonly opening: OpenAccounts,
    private readonly help: HelpAccount,
  ) {}

  @Post('register')
  @Open()
  register(@Body() request: RegisterAccountDto) {
    return this.registration.run(request);
  }

  @Get()
  @May('account.read')
  list(@Query() query: AccountsQuery, @CurrentActor() actor: Actor) {
    return this.accounts.run(query, actor);
  }

  @Post()
  @May('account.manage')
  open(@Body() request: OpenAccountDto, @CurrentActor() actor: Actor) {
    return this.opening.one(request, actor);
  }

  @Post('bulk')
  @HttpCode(200)
  @May('account.manage')
  openMany(@Body() request: OpenAccountsDto, @CurrentActor() actor: Actor) {
    return this.opening.many(request, actor);
  }

  @Post(':id/close')
  @HttpCode(200)
  @May('account.manage')
  close(@Param('id', ParseUUIDPipe) id: string, @Body() { reason }: ReasonDto, @CurrentActor() actor: Actor) {
    return this.help.close(id, reason, actor);
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  @May('account.manage')
  resetPassword(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ResetPasswordDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.help.resetPassword(id, request, actor);
  }

  @Post(':id/reset-second-factor')
  @HttpCode(200)
  @May('account.manage')
  resetSecondFactor(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.help.resetSecondFactor(id, reason, actor);
  }
}
