import { Injectable } from '@nestjs/common';
import { rfc3339 } from '@xibu/domain';
import type { SignInAnswer, SignInRequest } from '@xibu/domain/programme/api';
import { Database, newId, RealClock, rewrite, type Tx } from '@xibu/platform';
import { type Account, actorOf, type Credential } from '../accounts/account.js';
import { CredentialTable } from '../accounts/account.table.js';
import { lockCredential } from '../accounts/find-account.js';
import type { Office } from '../offices/office.js';
import { requireStrong } from '../passwords/password.rules.js';
import { Secrets } from '../passwords/secrets.js';
import type { Session } from '../sessions/session.js';
import { SessionTable } from '../sessions/session.table.js';
import { FindAccount } from './find-account-by-name.js';
import { type Attempt, judge, type Verdict } from './sign-in.rules.js';
import { noteEvent, type Origin } from './sign-in-events.js';
import { keepLock, lockSubject } from './sign-in-lock.js';

interface Found {
  readonly account: Account;
  readonly office: Office | null;
  readonly credential: Credential;
}

interface Try {
  readonly request: SignInRequest;
  readonly found: Found | null;
  readonly nameIndex: string;
  readonly passwordRight: boolean;
  /** Hash of the password that replaces a temporary one. */
  readonly newHash: string | null;
}

/** 登录. Whatever is wrong with name or password takes the same time and gets the same answer. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly realClock: RealClock,
    private readonly secrets: Secrets,
    private readonly accounts: FindAccount,
  ) {}

  async run(request: SignInRequest, origin: Origin): Promise<SignInAnswer> {
    const { found, nameIndex } = await this.accounts.byName(request.name);
    const passwordRight = await this.secrets.matches(found?.credential.passwordHash ?? null, request.password);
    const newHash = await this.replacementOf(request, passwordRight ? found : null);
    const tried: Try = { request, found, nameIndex, passwordRight, newHash };
    const { verdict, answer } = await this.database.asService((tx) => this.decide(tx, tried, origin), 'sign-in');
    // What was counted stays counted: the answer is given after the commit.
    if (verdict.kind !== 'signed-in') throw verdict.refusal;
    if (!answer) throw new Error('signed in without a session');
    return answer;
  }

  private async replacementOf(request: SignInRequest, found: Found | null): Promise<string | null> {
    if (!found?.credential.isTemporary || request.newPassword === undefined) return null;
    requireStrong(request.newPassword, this.accounts.loginNameOf(found.account), '/newPassword');
    return request.newPassword === request.password ? null : this.secrets.hash(request.newPassword);
  }

  private async decide(tx: Tx, tried: Try, origin: Origin): Promise<{ verdict: Verdict; answer: SignInAnswer | null }> {
    const now = this.realClock.now();
    const { found, nameIndex } = tried;
    const subject = found?.account.id ?? `name:${nameIndex}`;
    const before = await lockSubject(tx, subject);
    const credential = found ? await lockCredential(tx, found.account.id) : null;
    const step = await this.stepOf(tried.request.code, credential, now);
    const attempt: Attempt = {
      // The password may have been changed since it was compared.
      passwordRight: tried.passwordRight && credential?.passwordHash === found?.credential.passwordHash,
      code: credential?.totpConfirmed ? (tried.request.code ? (step ? 'right' : 'wrong') : 'missing') : null,
      replacement: credential?.isTemporary ? (tried.newHash ? 'given' : 'missing') : 'not-needed',
    };
    const verdict = judge(attempt, before, this.accounts.policy, now);
    await keepLock(tx, subject, verdict.lock);
    if (verdict.kind !== 'unfinished') {
      await noteEvent(tx, { kind: verdict.kind, accountId: found?.account.id ?? null, nameIndex, ...origin }, now);
    }
    if (verdict.kind !== 'signed-in' || !found || !credential) return { verdict, answer: null };
    await keepCredential(tx, credential, { step, newHash: tried.newHash }, now);
    return { verdict, answer: await this.begin(tx, found, origin, now) };
  }

  /** A code that was used opens nothing a second time. */
  private async stepOf(code: string | undefined, credential: Credential | null, now: Date): Promise<number | null> {
    if (!code || !credential?.totpConfirmed || !credential.totpSealed) return null;
    const step = await this.secrets.stepOf(code, this.accounts.codeSecretOf(credential.totpSealed), now);
    return step !== null && step > (credential.totpLastStep ?? 0) ? step : null;
  }

  private async begin(tx: Tx, { account, office }: Found, origin: Origin, now: Date): Promise<SignInAnswer> {
    const { secret, secretHash } = this.secrets.newSession();
    const expiresAt = new Date(now.getTime() + this.accounts.sessionHours * 3_600_000);
    const session: Session = {
      ...{ id: newId(now), accountId: account.id, secretHash, startedAt: now, lastUsedAt: now, expiresAt },
      ...{ endedAt: null, ...origin },
    };
    await tx.insert(SessionTable, session);
    return { session: secret, expiresAt: rfc3339(expiresAt), actor: actorOf(account, office) };
  }
}

/** Most sign-ins change nothing of the credential. */
async function keepCredential(
  tx: Tx,
  credential: Credential,
  { step, newHash }: { readonly step: number | null; readonly newHash: string | null },
  now: Date,
): Promise<void> {
  if (step === null && !newHash) return;
  const used: Credential = { ...credential, totpLastStep: step ?? credential.totpLastStep };
  if (!newHash) {
    await rewrite(tx, CredentialTable, used);
    return;
  }
  await rewrite(tx, CredentialTable, { ...used, passwordHash: newHash, isTemporary: false, changedAt: now });
  await noteEvent(tx, { kind: 'password-changed', accountId: credential.accountId }, now);
}
