import { ServiceConfig } from '@xibu/platform';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

const Port = (): PropertyDecorator => (target, name) => {
  Transform(({ value }) => Number(value))(target, String(name));
  for (const rule of [IsOptional(), IsInt(), Min(1), Max(65535)]) rule(target, name);
};

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
  @Port()
  readonly captureSmtpPort?: number;

  /** Development only: where the taken mails are shown. */
  @Port()
  readonly captureHttpPort?: number;
}
