import { ServiceConfig } from '@xibu/platform';
import { IsString } from 'class-validator';

/** What this service is told besides what every service is: the key with which it signs what it prints. */
export class RecruitmentConfig extends ServiceConfig {
  /** Ed25519 private key, JWK as JSON. */
  @IsString()
  readonly documentPrivateKey: string;

  /** Its public half; what was printed is checked with it. */
  @IsString()
  readonly documentPublicKey: string;
}
