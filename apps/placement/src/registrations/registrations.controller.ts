import { Body, Controller, Post } from '@nestjs/common';
import type { Actor } from '@xibu/domain';
import type { RegisterAgainRequest } from '@xibu/domain/placement/api';
import { CurrentActor, May } from '@xibu/platform';
import { IsBoolean, IsString, Length, Matches } from 'class-validator';
import { RegisterAgain } from './register-again.js';

const mobile = /^1\d{10}$/;

class RegisterAgainDto implements RegisterAgainRequest {
  @IsBoolean()
  readonly postConfirmed: boolean;

  @IsBoolean()
  readonly declared: boolean;

  @IsString()
  @Length(1, 200)
  readonly address: string;

  @Matches(mobile)
  readonly mobile: string;

  @IsString()
  @Length(1, 60)
  readonly emergencyName: string;

  @Matches(mobile)
  readonly emergencyMobile: string;
}

/** 二次信息注册 by the volunteer. */
@Controller('registrations')
export class RegistrationsController {
  constructor(private readonly registering: RegisterAgain) {}

  @Post()
  @May('registration.own')
  register(@Body() request: RegisterAgainDto, @CurrentActor() actor: Actor) {
    return this.registering.run(request, actor);
  }
}
