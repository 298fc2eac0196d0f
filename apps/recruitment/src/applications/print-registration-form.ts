import { Injectable } from '@nestjs/common';
import { type RegistrationForm, renderRegistrationForm } from '@xibu/documents';
import { type Actor, maskIdentityNumber, maskMobilePhone, readIdentityNumber, specialNames } from '@xibu/domain';
import { Clock, Database, Sealing } from '@xibu/platform';
import { divisionName, divisionPath, knowsDivision, nameOfCode, universityName } from '@xibu/reference';
import { countyName } from '../documents/county-name.js';
import { DocumentSigner } from '../documents/document-signer.js';
import { type Application, isEditable, type OpenForm } from './application.js';
import { wrongStep } from './application.rules.js';
import { findInScope } from './find-application.js';
import { submittedForm } from './submitted-form.js';

const categories = { 'fresh-graduate': '应届毕业生', postgraduate: '研究生' } as const;

/** 《报名登记表》 to sign and seal (notice 2.2.3). Its owner's copy is whole; an office prints it masked. */
@Injectable()
export class PrintRegistrationForm {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
    private readonly signer: DocumentSigner,
  ) {}

  async run(id: string, actor: Actor): Promise<{ number: string; bytes: Buffer }> {
    const application = await this.database.transaction((tx) => findInScope(tx, id, actor));
    const { number, identitySealed, receipt } = application;
    // While it is with its writer, paper and record would go apart: it is printed as it was submitted, or not at all.
    if (isEditable(application) || !number || !identitySealed || !receipt) throw wrongStep(application);
    const own = application.accountId === actor.account;
    const identity = this.sealing.open(identitySealed);
    const verificationUrl = await this.signer.urlOf(submittedForm(application));
    const form = {
      ...{ number, createdAt: this.clock.now(), verificationUrl, programmeYear: application.season },
      ...personOf(application, identity, this.clock.today()),
      ...wishesOf(application),
      identityNumber: own ? identity : maskIdentityNumber(identity),
      mobilePhone: own ? (application.form.mobile ?? '') : maskMobilePhone(application.form.mobile ?? ''),
      familyContact: contactOf(application.form, own),
    };
    return { number, bytes: await renderRegistrationForm(form) };
  }
}

function personOf({ form }: Application, identity: string, today: string) {
  const reading = readIdentityNumber(identity, { today, knowsDivision });
  return {
    name: form.name ?? '',
    sex: reading.ok ? (nameOfCode('sex', reading.sexCode) ?? '') : '',
    birthDate: reading.ok ? reading.birthDate : '',
    ethnicGroup: nameOfCode('ethnic', form.ethnicGroup ?? '') ?? '',
    nativePlace: divisionPath(String(form.nativePlace)) ?? '',
    politicalStatus: nameOfCode('political', form.politicalStatus ?? '') ?? '',
    email: form.email ?? '',
    // Asked on paper only: nothing is done with either before the health examination.
    ...{ health: '', languages: '' },
    university: universityName(form.university ?? ''),
    faculty: form.faculty ?? '',
    major: `${form.majorName ?? ''}${form.isTeacherTraining ? '（师范类）' : ''}`,
    education: nameOfCode('education', form.education ?? '') ?? '',
    degree: nameOfCode('degree', form.degree ?? '') ?? '',
    graduation: (form.graduatesOn ?? '').slice(0, 7),
    category: form.category ? categories[form.category] : '',
    skills: form.skills ?? '',
    studentPosts: form.studentLeaderPosts ?? '',
    volunteering: form.volunteerHours ? `累计志愿服务${form.volunteerHours}小时` : '',
    awards: form.awards ?? '',
  };
}

function wishesOf({
  form,
  confirmation,
}: Application): Pick<RegistrationForm, 'preferences' | 'special' | 'termWished' | 'acceptsReassignment'> {
  const province = divisionName(String(form.preferredProvince)) ?? '';
  const counties = (confirmation?.counties ?? []).map(countyName);
  const specials = confirmation?.specials ?? form.specials ?? [];
  return {
    preferences: counties.length > 0 ? counties : [province],
    special: specials.map((special) => specialNames[special].zh).join('、'),
    termWished: `${form.termYears ?? ''}年`,
    acceptsReassignment: confirmation?.acceptsReassignment ?? form.acceptsReassignment ?? false,
  };
}

function contactOf({ emergencyName, emergencyMobile }: OpenForm, own: boolean): string {
  const mobile = emergencyMobile ?? '';
  return `${emergencyName ?? ''}　${own ? mobile : maskMobilePhone(mobile)}`;
}
