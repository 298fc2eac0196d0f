import { Injectable } from '@nestjs/common';
import { renderServiceCertificate, verificationUrl, verifyDocument } from '@xibu/documents';
import {
  type Actor,
  gradeNames,
  liesIn,
  maskName,
  type ProjectKind,
  projectKindNames,
  Refusal,
  type Special,
  specialNames,
} from '@xibu/domain';
import type { CertificateView } from '@xibu/domain/assessment/api';
import { Database, type ListQuery, readPage, type Tx } from '@xibu/platform';
import { nameOfCode, universityName } from '@xibu/reference';
import { AssessmentConfig } from '../assessment.config.js';
import type { Certificate } from './certificate.rules.js';
import { CertificateTable } from './certificate.table.js';
import { findCompleted } from './find-completed.js';

@Injectable()
export class ShowCertificates {
  constructor(
    private readonly database: Database,
    private readonly config: AssessmentConfig,
  ) {}

  mine(actor: Actor): Promise<Certificate[]> {
    return this.database.transaction((tx) => tx.find(CertificateTable, { where: { account: actor.account } }));
  }

  list(query: ListQuery & { season?: string }, { divisions }: Actor) {
    return this.database.transaction((tx) =>
      readPage(tx, query, {
        select: `number "id", number, volunteer_id "volunteerId", holder, season, county, to_char(issued_on, 'YYYY-MM-DD') "issuedOn", grade,
                 revoked_on is not null "revoked"`,
        from: 'certificate',
        where: [
          ['county between ? and ?', divisions?.from ?? -1, divisions?.to ?? -1],
          ...(query.season ? [['season = ?', query.season] as const] : []),
        ],
        sorts: ['number', 'issuedOn'],
        defaultSort: 'number',
        facets: ['grade', 'revoked'],
      }),
    );
  }

  /** Anybody may ask whether a certificate stands; the holder's name is masked. Asked of the service itself: no scope. */
  async check(number: string): Promise<CertificateView> {
    const certificate = await this.database.asService(
      (tx) => tx.findOne(CertificateTable, { where: { number } }),
      'certificate check',
    );
    if (!certificate) throw new Refusal('record.unknown');
    const { serviceFrom, serviceTo, serviceDays, startOfWork, grade, issuedOn, holder, revokedOn, revokedReason } =
      certificate;
    return {
      number,
      holder: maskName(holder),
      serviceFrom,
      serviceTo,
      serviceDays,
      startOfWork,
      grade,
      issuedOn,
      revoked: revokedOn !== null,
      revokedReason,
    };
  }

  /** The same by what the QR code carries: first the signature, then whether it was revoked since. */
  async checkToken(token: string): Promise<CertificateView> {
    const verdict = await verifyDocument(token, JSON.parse(this.config.documentPublicKey));
    if (!verdict.ok || verdict.document.kind !== 'certificate') throw new Refusal('record.unknown');
    return this.check(verdict.document.number);
  }

  /** The certificate as PDF: for the holder, and for offices in whose area they served. */
  async pdf(number: string, actor: Actor): Promise<Buffer> {
    return this.database.transaction(async (tx) => {
      const certificate = await tx.findOne(CertificateTable, { where: { number } });
      const own = certificate?.account === actor.account;
      if (!certificate || !(own || liesIn(certificate.county, actor.divisions))) throw new Refusal('record.unknown');
      return renderServiceCertificate(await this.content(tx, certificate));
    });
  }

  private async content(tx: Tx, certificate: Certificate) {
    const [row]: Person[] = await tx.query(
      `select p.sex, p.identity_masked "identityNumber", p.university, v.special, v.project_kind "projectKind", v.unit,
              (select name from office_copy where division = v.county and tier = 'county' limit 1) "place",
              (select name from office_copy where unit = v.unit and tier = 'unit' limit 1) "unitName"
       from volunteer v join person p using (account) where v.volunteer_id = $1`,
      [certificate.volunteerId],
    );
    const { length } = await findCompleted(tx, certificate.volunteerId, { from: 0, to: 999999 });
    return {
      ...{
        number: certificate.number,
        createdAt: new Date(`${certificate.issuedOn}T00:00:00+08:00`),
        name: certificate.holder,
      },
      ...{
        sex: nameOfCode('sex', row?.sex ?? '') ?? '',
        identityNumber: row?.identityNumber ?? '',
        university: universityName(row?.university ?? ''),
      },
      ...{
        projectKind: row?.projectKind ? projectKindNames[row.projectKind].zh : '',
        special: row?.special ? specialNames[row.special].zh : '',
      },
      ...{ place: row?.place ?? String(certificate.county), unit: row?.unitName ?? row?.unit ?? '' },
      ...{
        serviceFrom: certificate.serviceFrom,
        serviceTo: certificate.serviceTo,
        workStartDate: certificate.startOfWork,
      },
      served: { years: length?.years ?? 0, months: length?.months ?? 0, days: length?.restDays ?? 0 },
      ...{
        grade: gradeNames[certificate.grade].zh,
        office: '西部计划内蒙古项目管理办公室',
        issuedOn: certificate.issuedOn,
      },
      verificationUrl: verificationUrl(`${this.config.publicUrl}/certificates`, certificate.token),
    };
  }
}

interface Person {
  readonly sex: string;
  readonly identityNumber: string;
  readonly university: string;
  readonly special: Special | null;
  readonly projectKind: ProjectKind | null;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly place: string | null;
}
