import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { generateSecret, generateURI, verify as verifyCode } from 'otplib';
import { ProgrammeConfig } from '../programme.config.js';

/** Hashes at once: they run beside each other on the threads of the process. */
const atOnce = 4;
const codeToleranceSeconds = 30;

/** Passwords, one-time codes and the secrets of sessions: made and compared here, nowhere else. */
@Injectable()
export class Secrets {
  /** Compared against where there is no account, so that a wrong name takes as long as a wrong password. */
  private readonly nobody: Promise<string>;

  constructor(private readonly config: ProgrammeConfig) {
    this.nobody = this.hash(randomBytes(16).toString('hex'));
  }

  /** argon2id, with the cost that the configuration asks for. */
  hash(password: string): Promise<string> {
    const { passwordMemoryKib: memoryCost, passwordPasses: timeCost } = this.config;
    return hash(password, { memoryCost, timeCost, parallelism: 1 });
  }

  async hashAll(passwords: readonly string[]): Promise<string[]> {
    const hashes: string[] = [];
    for (let from = 0; from < passwords.length; from += atOnce) {
      hashes.push(...(await Promise.all(passwords.slice(from, from + atOnce).map((one) => this.hash(one)))));
    }
    return hashes;
  }

  /** False, after as much work, where there is no hash to compare with. */
  async matches(passwordHash: string | null, password: string): Promise<boolean> {
    const right = await verify(passwordHash ?? (await this.nobody), password);
    return right && passwordHash !== null;
  }

  newCodeSecret(label: string): { secret: string; uri: string } {
    const secret = generateSecret();
    return { secret, uri: generateURI({ issuer: 'xibu', label, secret }) };
  }

  /** The time step that a one-time code belongs to, now or half a minute around; null for a wrong one. */
  async stepOf(code: string, secret: string, now: Date): Promise<number | null> {
    if (!/^\d{6}$/.test(code)) return null;
    const epoch = Math.floor(now.getTime() / 1000);
    const result = await verifyCode({ secret, token: code, epoch, epochTolerance: codeToleranceSeconds });
    return result.valid && 'timeStep' in result ? result.timeStep : null;
  }

  newSession(): { secret: string; secretHash: string } {
    const secret = randomBytes(32).toString('base64url');
    return { secret, secretHash: this.sessionHash(secret) };
  }

  /** Random enough to need no salt. */
  sessionHash(secret: string): string {
    return createHash('sha256').update(secret).digest('base64url');
  }

  /** Compares two keys in a time that tells nothing about them. */
  isSame(given: string, known: string): boolean {
    const [left, right] = [given, known].map((key) => createHash('sha256').update(key).digest());
    return left !== undefined && right !== undefined && timingSafeEqual(left, right);
  }
}
