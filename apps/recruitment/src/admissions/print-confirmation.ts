import { Injectable } from '@nestjs/common';
import { dateInWords, renderConfirmationNotice } from '@xibu/documents';
import {
  type Actor,
  dateOf,
  type LegalDate,
  type ProjectKind,
  projectKindNames,
  Refusal,
  type Special,
  specialNames,
} from '@xibu/domain';
import { Database, officesOf, Sealing, type SeasonWindow, seasonOf, type Tx, windowOf } from '@xibu/platform';
import { universityName } from '@xibu/reference';
import type { Application } from '../applications/application.js';
import { findInScope } from '../applications/find-application.js';
import { countyName } from '../documents/county-name.js';
import { DocumentSigner } from '../documents/document-signer.js';
import type { Admission } from './admission.js';
import { AdmissionTable } from './admission.table.js';
import { confirmationDocument } from './confirmation-document.js';

/** What is to be shown on reporting in (notice 2.3.1). */
const toBring = ['本通知书', '毕业证书或学位证书原件', '本人有效身份证件'];
const later = '另行通知';

/** 《确认通知书》 with a code that anybody can check; the identity number is masked on it. */
@Injectable()
export class PrintConfirmation {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly signer: DocumentSigner,
  ) {}

  async run(id: string, actor: Actor): Promise<{ number: string; bytes: Buffer }> {
    const { application, admission, words } = await this.database.transaction(async (tx) => {
      const found = await findInScope(tx, id, actor);
      const admitted = await tx.findOne(AdmissionTable, { where: { applicationId: id } });
      if (!admitted || found.status !== 'admitted') throw new Refusal('admission.none');
      return { application: found, admission: admitted, words: await wordsOf(tx, admitted) };
    });
    const number = admission.confirmationNumber;
    const verificationUrl = await this.signer.urlOf(confirmationDocument(application, admission));
    const bytes = await renderConfirmationNotice({
      ...{ number, createdAt: admission.admittedAt, verificationUrl, programmeYear: admission.season, ...words },
      ...{ ...personOf(application, this.sealing), place: countyName(admission.county), post: admission.postTitle },
      ...{ toBring, issuedOn: dateOf(admission.admittedAt) },
    });
    return { number, bytes };
  }
}

function personOf({ form, identitySealed }: Application, sealing: Sealing) {
  return {
    name: form.name ?? '',
    identityNumber: identitySealed ? sealing.open(identitySealed) : '',
    university: universityName(form.university ?? ''),
  };
}

/** What other tables say: the post, the season's dates, the office that signs. */
async function wordsOf(tx: Tx, { season, postId, division }: Admission) {
  const [post]: { unitName: string | null; special: Special; projectKind: ProjectKind }[] = await tx.query(
    `select unit_name "unitName", special, project_kind "projectKind" from post_copy where post_id = $1`,
    [postId],
  );
  const [region] = await officesOf(tx, 'region', { division });
  const { startsOn, endsOn } = await seasonOf(tx, season);
  const office = region?.name ?? '';
  return {
    ...{ office, contact: office, reportInPlace: later },
    reportInTime: daysOf(await windowOf(tx, season, 'report-in')),
    ...{ serviceFrom: startsOn, serviceTo: endsOn },
    unit: post?.unitName ?? later,
    special: post ? specialNames[post.special].zh : '',
    projectKind: post ? projectKindNames[post.projectKind].zh : '',
  };
}

function daysOf(window: SeasonWindow | null): string {
  if (!window) return later;
  const lastInstant = new Date(window.closesAt.getTime() - 1);
  const [first, last]: LegalDate[] = [dateOf(window.opensAt), dateOf(lastInstant)];
  return first === last
    ? dateInWords(first as string)
    : `${dateInWords(first as string)}至${dateInWords(last as string)}`;
}
