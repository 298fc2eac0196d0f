import { Injectable } from '@nestjs/common';
import { contentDigest, signDocument } from '@xibu/documents';
import { type Actor, type Fact, Refusal } from '@xibu/domain';
import { Clock, Database, eachByItself, record, rewrite } from '@xibu/platform';
import { AssessmentConfig } from '../assessment.config.js';
import { type Certificate, issue, revoke } from './certificate.rules.js';
import { CertificateTable } from './certificate.table.js';
import { findCompleted } from './find-completed.js';

@Injectable()
export class IssueCertificates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: AssessmentConfig,
  ) {}

  /** Issues for many; whoever has one already keeps it, whoever may not have one is named with the reason. */
  run(volunteerIds: readonly string[], actor: Actor) {
    return eachByItself(volunteerIds, String, async (id) => ({ number: (await this.issue(id, actor)).number }));
  }

  async revoke(number: string, reason: string, actor: Actor): Promise<Certificate> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const certificate = await tx.findOne(CertificateTable, {
        where: { number },
        lock: { mode: 'pessimistic_write' },
      });
      if (!certificate) throw new Refusal('record.unknown');
      const [revoked, fact] = revoke(certificate, reason, actor.account, this.clock.today());
      await rewrite(tx, CertificateTable, revoked);
      await record(tx, now, fact);
      return revoked;
    });
  }

  private issue(volunteerId: string, actor: Actor): Promise<Certificate> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const before = await tx.findOne(CertificateTable, { where: { volunteerId } });
      if (before) return before;
      const completed = await findCompleted(tx, volunteerId, actor.divisions ?? { from: -1, to: -1 });
      const [stated, fact]: [Omit<Certificate, 'token'>, Fact] = issue(completed, actor.account, this.clock.today());
      const certificate: Certificate = { ...stated, token: await this.sign(stated) };
      await tx.insert(CertificateTable, certificate);
      await record(tx, now, fact);
      return certificate;
    });
  }

  private sign(stated: Omit<Certificate, 'token'>): Promise<string> {
    const { number, holder, issuedOn, serviceFrom, serviceTo, serviceDays, startOfWork, grade } = stated;
    const digest = contentDigest({ number, holder, serviceFrom, serviceTo, serviceDays, startOfWork, grade });
    return signDocument(
      { kind: 'certificate', number, holder, digest, issuedOn },
      JSON.parse(this.config.documentPrivateKey),
    );
  }
}
