import { Body, Controller, Get, Headers, HttpCode, Post, Put } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import { CurrentActor, May, Repeatable } from '@xibu/platform';
import { sessionHeader } from '../sessions/session.js';
import { ChangePasswordDto, ContactDto, PasswordDto } from './accounts.dto.js';
import { OwnAccount } from './own-account.js';
import { OwnSecrets } from './own-secrets.js';

/** 我的账号. Its steps carry passwords: nothing of them is kept for an Idempotency-Key, and repeating them does no harm. */
@Controller('accounts/me')
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccount,
    private readonly secrets: OwnSecrets,
  ) {}

  @Get()
  @May('account.own')
  see(@CurrentActor() actor: Actor) {
    return this.account.see(actor);
  }

  @Put('contact')
  @HttpCode(204)
  @May('account.own')
  setContact(@Body() request: ContactDto, @CurrentActor() actor: Actor) {
    return this.account.setContact(request, actor);
  }

  @Post('change-password')
  @HttpCode(204)
  @May('account.own')
  @Repeatable()
  changePassword(
    @Body() request: ChangePasswordDto,
    @CurrentActor() actor: Actor,
    @Headers(sessionHeader) session: string | undefined,
  ) {
    return this.secrets.changePassword(request, actor, session ?? null);
  }

  @Post('close')
  @HttpCode(204)
  @May('account.own')
  @Repeatable()
  close(@Body() { password }: PasswordDto, @CurrentActor() actor: Actor) {
    return this.secrets.close(password, actor);
  }
}
