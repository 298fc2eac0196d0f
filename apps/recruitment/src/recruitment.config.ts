import { ServiceConfig, Whole } from '@xibu/platform';
import { IsString } from 'class-validator';

/** What this service is told besides what every service is: the key with which it signs what it prints. */
export class RecruitmentConfig extends ServiceConfig {
  /** Ed25519 private key, JWK as JSON. */
  @IsString()
  readonly documentPrivateKey: string;

  /** Its public half; what was printed is checked with it. */
  @IsString()
  readonly documentPublicKey: string;

  /** Submissions that are committed in one transaction at most; 1 gives each its own. */
  @Whole(1, 500)
  readonly submissionsTogether: number = 500;

  /** Such transactions at once; each takes a connection. */
  @Whole(1, 8)
  readonly submissionWriters: number = 2;
}
