import { ServiceConfig } from '@xibu/platform';
import { IsString } from 'class-validator';

/** What this service is told besides what every service is: the key with which certificates are signed. */
export class AssessmentConfig extends ServiceConfig {
  /** Ed25519 private key, JWK as JSON. */
  @IsString()
  readonly documentPrivateKey: string;

  /** Its public half; what was issued is checked with it. */
  @IsString()
  readonly documentPublicKey: string;
}
