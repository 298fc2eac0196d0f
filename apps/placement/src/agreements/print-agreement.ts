import { Injectable } from '@nestjs/common';
import { modelAgreementArticles, renderThreePartyAgreement } from '@xibu/documents';
import { type Actor, projectKindNames, specialNames } from '@xibu/domain';
import { Clock, Database } from '@xibu/platform';
import { divisionName, divisionPath, universityName } from '@xibu/reference';
import type { Volunteer } from '../volunteers/volunteer.js';
import { VolunteerTable } from '../volunteers/volunteer.table.js';
import type { Agreement } from './agreement.js';
import { findAgreement } from './list-agreements.js';

/** 三方协议 on paper: signed in the system, or with room for ink. */
@Injectable()
export class PrintAgreement {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(id: string, actor: Actor): Promise<{ number: string; bytes: Buffer }> {
    const [agreement, volunteer] = await this.database.transaction(async (tx) => {
      const { agreement: found } = await findAgreement(tx, id, actor);
      return [found, await tx.findOneOrFail(VolunteerTable, { where: { id: found.volunteerId } })] as const;
    });
    const { agreementNumber: number, season, county, terms, signedOn } = agreement;
    const office = { name: `${divisionName(String(county)) ?? county}项目办`, address: '', head: '', phone: '' };
    const document = {
      ...{ number, createdAt: this.clock.now(), programmeYear: season, signedOn },
      county: office,
      unit: { name: terms.unitName, address: '', head: '', phone: '' },
      volunteer: partyOf(volunteer),
      articles: articlesOf(agreement),
    };
    return { number, bytes: await renderThreePartyAgreement(document) };
  }
}

function partyOf({ name, sex, identityMasked, university, registration }: Volunteer) {
  return {
    ...{ name, sex, identityNumber: identityMasked, university: universityName(university) },
    ...{ mobilePhone: registration?.mobile ?? '', address: registration?.address ?? '' },
  };
}

function articlesOf({ terms, county, from, to }: Agreement) {
  return modelAgreementArticles({
    projectKind: projectKindNames[terms.projectKind].zh,
    special: specialNames[terms.special].zh,
    place: divisionPath(String(county)) ?? String(county),
    ...{ post: terms.postTitle, duties: terms.duties, from, to },
    boardAndLodging: terms.providesBoardAndLodging
      ? { inKind: '由服务单位提供食宿' }
      : { cashFenPerMonth: terms.cashMonthlyFen },
    disputes: '提请上级项目办协调处理',
  });
}
