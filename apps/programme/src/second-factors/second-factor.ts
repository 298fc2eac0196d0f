import { Injectable } from '@nestjs/common';
import { type Actor, Refusal } from '@xibu/domain';
import type { SecondFactorSecret } from '@xibu/domain/programme/api';
import { Database, RealClock, rewrite, Sealing, type Tx } from '@xibu/platform';
import type { Credential } from '../accounts/account.js';
import { CredentialTable } from '../accounts/account.table.js';
import { lockCredential } from '../accounts/find-account.js';
import { Secrets } from '../passwords/secrets.js';
import { noteEvent } from '../sign-ins/sign-in-events.js';

/** 动态验证码 (TOTP): an office’s account asks for more than a password. It counts only once a code of it was shown. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly database: Database,
    private readonly realClock: RealClock,
    private readonly secrets: Secrets,
    private readonly sealing: Sealing,
  ) {}

  /** A new secret each time until one is confirmed. */
  enrol(actor: Actor): Promise<SecondFactorSecret> {
    const made = this.secrets.newCodeSecret(actor.name);
    return this.change(actor, async (_tx, credential) => {
      if (credential.totpConfirmed) throw new Refusal('second-factor.enrolled');
      return [{ ...credential, totpSealed: this.sealing.seal(made.secret), totpLastStep: null }, made];
    });
  }

  async confirm(code: string, actor: Actor): Promise<void> {
    await this.change(actor, async (tx, credential, now) => {
      if (credential.totpConfirmed) throw new Refusal('second-factor.enrolled');
      const totpLastStep = await this.requireCode(credential, code, now);
      await noteEvent(tx, { kind: 'second-factor-confirmed', accountId: actor.account }, now);
      return [{ ...credential, totpConfirmed: true, totpLastStep }, null];
    });
  }

  /** Whoever holds it gives it up; without it, the office above resets it. */
  async remove(code: string, actor: Actor): Promise<void> {
    await this.change(actor, async (tx, credential, now) => {
      if (!credential.totpConfirmed) throw new Refusal('second-factor.not-enrolled');
      await this.requireCode(credential, code, now);
      await noteEvent(tx, { kind: 'second-factor-removed', accountId: actor.account }, now);
      return [{ ...credential, totpSealed: null, totpConfirmed: false, totpLastStep: null }, null];
    });
  }

  private async requireCode({ totpSealed, totpLastStep }: Credential, code: string, now: Date): Promise<number> {
    if (!totpSealed) throw new Refusal('second-factor.not-enrolled');
    const step = await this.secrets.stepOf(code, this.sealing.open(totpSealed), now);
    if (step === null || step <= (totpLastStep ?? 0)) throw new Refusal('sign-in.code-wrong', { pointer: '/code' });
    return step;
  }

  private change<T>(
    actor: Actor,
    decide: (tx: Tx, credential: Credential, now: Date) => Promise<[Credential, T]>,
  ): Promise<T> {
    const now = this.realClock.now();
    return this.database.transaction(async (tx) => {
      const [changed, answer] = await decide(tx, await lockCredential(tx, actor.account), now);
      await rewrite(tx, CredentialTable, { ...changed, changedAt: now });
      return answer;
    });
  }
}
