import { type Role, roles } from '@xibu/domain';
import type {
  ChangePasswordRequest,
  CloseOwnAccountRequest,
  ContactRequest,
  Language,
  LanguageRequest,
  OpenAccountRequest,
  OpenAccountsRequest,
  RegisterAccountRequest,
  ResetPasswordRequest,
} from '@xibu/domain/programme/api';
import { ListQuery } from '@xibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const officeRoles = roles.filter((role) => role !== 'person');

/** A text of at most so many characters; what it means is looked at by the rules. */
export const Text =
  (max: number): PropertyDecorator =>
  (target, name) => {
    for (const rule of [IsString(), MaxLength(max)]) rule(target, name);
  };
const Email = (): PropertyDecorator => (target, name) => {
  for (const rule of [IsEmail(), MaxLength(100)]) rule(target, name);
};

export class RegisterAccountDto implements RegisterAccountRequest {
  @Text(60) readonly name: string;
  @Text(60) readonly loginName: string;
  @Email() readonly email: string;
  @Text(30) readonly mobile: string;
  @Text(200) readonly password: string;

  @IsOptional()
  @IsIn(['zh', 'en'])
  readonly language?: Language;

  @IsOptional()
  @IsBoolean()
  readonly isDemo?: boolean;
}

export class OpenAccountDto implements OpenAccountRequest {
  @IsUUID()
  readonly officeId: string;

  @Text(60) readonly name: string;
  @Text(60) readonly loginName: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(officeRoles, { each: true })
  readonly roles: Role[];

  @IsOptional()
  @Email()
  readonly email?: string;

  @IsOptional()
  @Text(30)
  readonly mobile?: string;

  @Text(200) readonly password: string;

  @IsOptional()
  @IsBoolean()
  readonly isTemporary?: boolean;

  @IsOptional()
  @IsBoolean()
  readonly isDemo?: boolean;
}

export class OpenAccountsDto implements OpenAccountsRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => OpenAccountDto)
  readonly accounts: OpenAccountDto[];
}

export class AccountsQuery extends ListQuery {
  @IsOptional()
  @IsUUID()
  readonly officeId?: string;

  @IsOptional()
  @IsIn(officeRoles)
  readonly role?: Role;

  @IsOptional()
  @IsIn(['open', 'closed'])
  readonly status?: 'open' | 'closed';

  /** Part of a person’s or an office’s name. */
  @IsOptional()
  @Text(40)
  readonly q?: string;
}

export class ResetPasswordDto implements ResetPasswordRequest {
  @Text(200) readonly password: string;
  @Text(500) readonly reason: string;
}

export class ChangePasswordDto implements ChangePasswordRequest {
  @Text(200) readonly password: string;
  @Text(200) readonly newPassword: string;
}

export class PasswordDto implements CloseOwnAccountRequest {
  @Text(200) readonly password: string;
}

export class ContactDto implements ContactRequest {
  @Email() readonly email: string;
  @Text(30) readonly mobile: string;
}

export class LanguageDto implements LanguageRequest {
  @IsIn(['zh', 'en'])
  readonly language: Language;
}
