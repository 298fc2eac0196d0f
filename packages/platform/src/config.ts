import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
  validateSync,
} from 'class-validator';

const prefix = 'XIBU_';
const databaseUrl = { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true };

/** A whole number from `min` to `max`; variables hold text. */
export const Whole =
  (min: number, max: number): PropertyDecorator =>
  (target, name) => {
    Transform(({ value }) => Number(value))(target, String(name));
    for (const rule of [IsInt(), Min(min), Max(max)]) rule(target, name);
  };

/** What every service is told by its environment, each as `XIBU_` and the name in capitals. */
export class ServiceConfig {
  /** 0 takes any free port. */
  @Whole(0, 65535)
  readonly port: number;

  @IsString()
  readonly host: string = '127.0.0.1';

  /** The role that the service works as. */
  @IsUrl(databaseUrl)
  readonly databaseUrl: string;

  /** The owner of the tables; used for migrations only. */
  @IsUrl(databaseUrl)
  readonly databaseOwnerUrl: string;

  @IsIn(['kafka', 'embedded'])
  readonly bus: 'kafka' | 'embedded';

  /** Brokers as `host:port,host:port`. */
  @ValidateIf((config: ServiceConfig) => config.bus === 'kafka')
  @Matches(/^[^,\s:]+:\d+(,[^,\s:]+:\d+)*$/)
  readonly kafkaBrokers: string;

  /** The database of the embedded bus. */
  @ValidateIf((config: ServiceConfig) => config.bus === 'embedded')
  @IsUrl(databaseUrl)
  readonly busUrl: string;

  /** Ed25519 public key (JWK as JSON) of the tokens that say who asks. */
  @IsString()
  readonly tokenPublicKey: string;

  /** `id:base64,id:base64` — keys of 32 bytes for sealed fields; the first seals, all open. */
  @Matches(/^[\w-]+:[A-Za-z0-9+/=]+(,[\w-]+:[A-Za-z0-9+/=]+)*$/)
  readonly fieldKeys: string;

  /** Keys the blind index of sealed fields that must be found or unique. */
  @MinLength(32)
  readonly blindIndexKey: string;

  @IsIn(['real', 'virtual'])
  readonly clock: 'real' | 'virtual' = 'real';

  /** Where a virtual clock begins on an empty database, RFC 3339. */
  @IsISO8601({ strict: true })
  readonly clockStart: string = '2023-04-01T00:00:00+08:00';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  readonly logLevel: string = 'info';

  /** Whether `/api/<service>/docs` shows the description as pages; the JSON is always there. */
  @IsIn(['on', 'off'])
  readonly docs: 'on' | 'off' = 'on';

  /** Where people reach the portal: for links in documents and messages. */
  @IsUrl({ require_tld: false })
  readonly publicUrl: string;

  @IsOptional()
  @IsUrl({ require_tld: false })
  readonly otlpEndpoint?: string;
}

/** Says which variable is wrong and why, before anything starts. */
export class ConfigurationError extends Error {}

/**
 * Reads a configuration from variables. One that is missing, wrong or unknown is an error that names it: a misspelt
 * variable must not pass for a default.
 */
export function readConfig<Config extends object>(
  type: new () => Config,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const given = Object.entries(variables).filter(([name, value]) => name.startsWith(prefix) && value !== undefined);
  const config = plainToInstance(type, Object.fromEntries(given.map(([name, value]) => [fieldOf(name), value])), {
    exposeDefaultValues: true,
  });
  const problems = validateSync(config, { whitelist: true, forbidNonWhitelisted: true }).map(
    ({ property, constraints }) => {
      const variable = variableOf(property);
      if (constraints?.['whitelistValidation']) return `${variable} is not a known variable`;
      if (variables[variable] === undefined) return `${variable} is missing`;
      return `${variable}: ${Object.values(constraints ?? {}).join('; ')}`;
    },
  );
  if (problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  return config;
}

function fieldOf(variable: string): string {
  return variable
    .slice(prefix.length)
    .toLowerCase()
    .replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function variableOf(field: string): string {
  return prefix + field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
