import type { LegalDate } from '@xibu/domain/dates';
import { identityNumberFaults, readIdentityNumber } from '@xibu/domain/identity-number';
import { mobilePhoneFaults, readMobilePhone } from '@xibu/domain/mobile-phone';
import { personNameFaults, readPersonName } from '@xibu/domain/person-name';
import { specials } from '@xibu/domain/programme-terms';
import { type ApplicationForm, applicantCategories } from '@xibu/domain/recruitment/api';
import type { Language } from '../language/texts.js';
import type { Season } from '../session/season.js';
import type { FieldSpec, FieldValue, FieldValues } from '../ui/fields.js';
import { formText } from './form.text.js';

export const formSteps = ['person', 'study', 'experience', 'wishes'] as const;
export type FormStep = (typeof formSteps)[number];

/** What the fields depend on besides their words. */
export interface FormSurroundings {
  readonly language: Language;
  readonly season: Season | null;
  readonly values: FieldValues;
  /** Null where the services have not told the day; then a future birth date is left to them. */
  readonly today: LegalDate | null;
}

/** Ids of all fields of the form begin with this, so that problems can link across its pages. */
export const draftForm = 'draft';

export function pageOf(step: FormStep | 'review'): string {
  return `/mine/sign-up/${step}`;
}

type FormField = FieldSpec & { readonly key: keyof ApplicationForm };

export const reference = '/api/recruitment/reference';
/** A form of 2023 may carry an older birth date than any; the last day of the calendar stands for "not known". */
const anyDay = '9999-12-31';

/** The fields of each step, in the order of 《报名登记表》. */
export function fieldsOf(surroundings: FormSurroundings): Readonly<Record<FormStep, readonly FormField[]>> {
  return {
    person: personFields(surroundings),
    study: studyFields(surroundings),
    experience: experienceFields(surroundings),
    wishes: wishFields(surroundings),
  };
}

function personFields({ language, values, today }: FormSurroundings): readonly FormField[] {
  const t = formText[language];
  const name = (value: FieldValue) => {
    const reading = readPersonName(String(value));
    return reading.ok
      ? null
      : personNameFaults[reading.reason][language].replace('{character}', reading.character ?? '');
  };
  const mobile = (value: FieldValue) => {
    const reading = readMobilePhone(String(value));
    return reading.ok ? null : mobilePhoneFaults[reading.reason][language];
  };
  const identity = (value: FieldValue) => {
    const reading = readIdentityNumber(String(value), { today: today ?? anyDay, knowsDivision: () => 'unknown' });
    return reading.ok ? null : identityNumberFaults[reading.reason][language];
  };
  const emergency = (value: FieldValue) => mobile(value) ?? (value === values['mobile'] ? t.emergencySame : null);
  return [
    { key: 'name', label: t.name, hint: t.nameHint, kind: 'text', maxLength: 50, autoComplete: 'name', check: name },
    { key: 'identityNumber', label: t.identityNumber, hint: t.identityNumberHint, kind: 'text', check: identity },
    { key: 'ethnicGroup', label: t.ethnicGroup, kind: 'find', path: `${reference}/ethnic-groups` },
    { key: 'politicalStatus', label: t.politicalStatus, kind: 'find', path: `${reference}/political-status` },
    {
      key: 'nativePlace',
      label: t.nativePlace,
      hint: t.nativePlaceHint,
      kind: 'find',
      path: `${reference}/divisions`,
      asNumber: true,
    },
    { key: 'mobile', label: t.mobile, kind: 'tel', autoComplete: 'tel', check: mobile },
    { key: 'email', label: t.email, kind: 'email', autoComplete: 'email' },
    { key: 'emergencyName', label: t.emergencyName, kind: 'text', maxLength: 50, check: name },
    { key: 'emergencyMobile', label: t.emergencyMobile, kind: 'tel', check: emergency },
  ];
}

function studyFields({ language }: FormSurroundings): readonly FormField[] {
  const t = formText[language];
  return [
    { key: 'university', label: t.university, kind: 'find', path: `${reference}/universities` },
    { key: 'faculty', label: t.faculty, hint: t.facultyHint, kind: 'text', maxLength: 60 },
    {
      ...{ key: 'majorCode', label: t.majorCode, kind: 'find', path: `${reference}/majors` },
      also: ({ label }) => ({ majorName: label }),
    },
    { key: 'majorName', label: t.majorName, hint: t.majorNameHint, kind: 'text', maxLength: 60 },
    { key: 'isTeacherTraining', label: t.isTeacherTraining, kind: 'yes-no' },
    { key: 'education', label: t.education, kind: 'find', path: `${reference}/education-levels` },
    { key: 'degree', label: t.degree, kind: 'find', path: `${reference}/degrees`, optional: true },
    {
      ...{ key: 'category', label: t.category, kind: 'one-of' },
      options: applicantCategories.map((value) => ({ value, label: t[value] })),
    },
    { key: 'graduatesOn', label: t.graduatesOn, kind: 'date' },
  ];
}

function experienceFields({ language }: FormSurroundings): readonly FormField[] {
  const t = formText[language];
  return [
    {
      key: 'volunteerHours',
      label: t.volunteerHours,
      hint: t.volunteerHoursHint,
      kind: 'count',
      max: 100_000,
      optional: true,
    },
    {
      key: 'studentLeaderPosts',
      label: t.studentLeaderPosts,
      hint: t.studentLeaderPostsHint,
      kind: 'long',
      maxLength: 500,
      optional: true,
    },
    { key: 'skills', label: t.skills, kind: 'long', maxLength: 500, optional: true },
    { key: 'awards', label: t.awards, kind: 'long', maxLength: 500, optional: true },
    { key: 'hasWorkExperience', label: t.hasWorkExperience, kind: 'yes-no' },
  ];
}

function wishFields({ language, season }: FormSurroundings): readonly FormField[] {
  const t = formText[language];
  const years = season?.values?.serviceTermYearsMax;
  const offered = season?.values?.specials ?? specials;
  const term = { key: 'termYears', label: t.termYears } as const;
  const province = { key: 'preferredProvince', label: t.preferredProvince } as const;
  return [
    season
      ? {
          ...{ ...province, kind: 'one-of', asNumber: true },
          options: [{ value: String(season.region), label: season.regionName ?? season.name, isName: true }],
        }
      : { ...province, kind: 'find', path: `${reference}/divisions`, asNumber: true },
    {
      ...{ key: 'specials', label: t.specials, hint: t.specialsHint, kind: 'any-of' },
      options: offered.map((value) => ({ value, label: t[value] })),
    },
    years
      ? {
          ...{ ...term, kind: 'one-of', asNumber: true },
          options: Array.from({ length: years }, (_, index) => ({
            value: String(index + 1),
            label: t.years(index + 1),
          })),
        }
      : { ...term, kind: 'count', min: 1 },
    { key: 'acceptsReassignment', label: t.acceptsReassignment, hint: t.acceptsReassignmentHint, kind: 'yes-no' },
  ];
}
