import type { ExchangeRequest, SignInRequest } from '@xibu/domain/programme/api';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Text } from '../accounts/accounts.dto.js';

export class SignInDto implements SignInRequest {
  @Text(100) readonly name: string;
  @Text(200) readonly password: string;

  @IsOptional()
  @Text(10)
  readonly code?: string;

  @IsOptional()
  @Text(200)
  readonly newPassword?: string;
}

export class ExchangeDto implements ExchangeRequest {
  @IsString()
  @MinLength(20)
  @MaxLength(200)
  readonly session: string;
}
