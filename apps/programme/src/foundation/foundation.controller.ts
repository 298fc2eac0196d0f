import { Body, Controller, Post } from '@nestjs/common';
import { Refusal } from '@xibu/domain';
import type { FoundationRequest, FoundingAccount } from '@xibu/domain/programme/api';
import { Open } from '@xibu/platform';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsEmail, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Text } from '../accounts/accounts.dto.js';
import { Secrets } from '../passwords/secrets.js';
import { ProgrammeConfig } from '../programme.config.js';
import { FoundSystem } from './found-system.js';

class FoundingAccountDto implements FoundingAccount {
  @Text(60) readonly name: string;
  @Text(60) readonly loginName: string;
  @Text(200) readonly password: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(100)
  readonly email?: string;

  @IsOptional()
  @Text(30)
  readonly mobile?: string;

  @IsOptional()
  @IsBoolean()
  readonly isTemporary?: boolean;

  @IsOptional()
  @IsBoolean()
  readonly isDemo?: boolean;
}

const Founding = (): PropertyDecorator => (target, name) => {
  Type(() => FoundingAccountDto)(target, String(name));
  for (const rule of [IsDefined(), ValidateNested()]) rule(target, name);
};

class FoundationDto implements FoundationRequest {
  @IsString()
  @MaxLength(200)
  readonly key: string;

  @IsInt()
  readonly region: number;

  @Founding() readonly nationalOfficer: FoundingAccountDto;
  @Founding() readonly nationalApprover: FoundingAccountDto;
  @Founding() readonly regionOfficer: FoundingAccountDto;
  @Founding() readonly regionApprover: FoundingAccountDto;
  @Founding() readonly operator: FoundingAccountDto;
  @Founding() readonly auditor: FoundingAccountDto;
}

/** Open to whoever holds the bootstrap key, once. */
@Controller('foundation')
export class FoundationController {
  constructor(
    private readonly founding: FoundSystem,
    private readonly secrets: Secrets,
    private readonly config: ProgrammeConfig,
  ) {}

  @Post()
  @Open()
  found(@Body() request: FoundationDto) {
    const { bootstrapKey } = this.config;
    if (!bootstrapKey || !this.secrets.isSame(request.key, bootstrapKey)) {
      throw new Refusal('foundation.key-wrong', { pointer: '/key' });
    }
    return this.founding.run(request);
  }
}
