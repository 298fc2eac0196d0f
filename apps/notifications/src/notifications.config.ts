import { ServiceConfig, Whole } from '@xibu/platform';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';

export class NotificationsConfig extends ServiceConfig {
  /** `smtp://user:password@host:port` or `smtps://…`. */
  @Matches(/^smtps?:\/\/.+/)
  readonly smtpUrl: string;

  /** `strict` refuses a server whose certificate does not prove its name. */
  @IsIn(['strict', 'any'])
  readonly smtpTls: 'strict' | 'any' = 'strict';

  @IsString()
  readonly mailFrom: string = '西部计划 <no-reply@xibu.invalid>';

  /** Development only: take mails here instead of sending them into the world. */
  @IsOptional()
  @Whole(1, 65535)
  readonly captureSmtpPort?: number;

  /** Development only: where the taken mails are shown. */
  @IsOptional()
  @Whole(1, 65535)
  readonly captureHttpPort?: number;
}
