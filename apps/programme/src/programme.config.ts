import { ServiceConfig, Whole } from '@xibu/platform';
import { IsIn, IsOptional, IsString, MinLength } from 'class-validator';

/** What the programme service is told besides what every service is. */
export class ProgrammeConfig extends ServiceConfig {
  /** Ed25519 private key (JWK as JSON): this service alone says who somebody is. */
  @IsString()
  readonly tokenPrivateKey: string;

  /** Known to the gateway and this service: sign-in and exchange answer nobody else. */
  @MinLength(32)
  readonly internalKey: string;

  /** For the first start; without it the system cannot be founded any more. */
  @IsOptional()
  @MinLength(16)
  readonly bootstrapKey?: string;

  /** Cost of one argon2id hash. The defaults are OWASP’s; a simulated year may take less. */
  @Whole(64, 1_048_576)
  readonly passwordMemoryKib: number = 19_456;

  @Whole(1, 20)
  readonly passwordPasses: number = 2;

  @Whole(1, 100)
  readonly signInTries: number = 5;

  @Whole(1, 1440)
  readonly signInLockMinutes: number = 15;

  @Whole(1, 720)
  readonly sessionHours: number = 12;

  @Whole(1, 1440)
  readonly sessionIdleMinutes: number = 120;

  /** How long a token lives between gateway and services. */
  @Whole(30, 900)
  readonly tokenSeconds: number = 300;

  /** `on` lists demonstration accounts, with their passwords, on the sign-in page. */
  @IsIn(['on', 'off'])
  readonly demo: 'on' | 'off' = 'off';

  /** Where nobody real signs in, a password that is used for good may be given to another. */
  get isRehearsal(): boolean {
    return this.demo === 'on' || this.clock === 'virtual';
  }
}
