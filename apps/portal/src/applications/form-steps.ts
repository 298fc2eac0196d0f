import type { LegalDate } from '@xibu/domain/dates';
import { specials } from '@xibu/domain/programme-terms';
import { type ApplicationForm, applicantCategories } from '@xibu/domain/recruitment/api';
import type { Language } from '../language/texts.js';
import type { Season } from '../session/season.js';
import type { FieldSpec, FieldValue, FieldValues } from '../ui/fields.js';
import { identityRules, mobileRules, nameRules } from '../ui/person-fields.js';
import { formText } from './form.text.js';

export const formSteps = ['person', 'study', 'experience', 'wishes'] as const;
export type FormStep = (typeof formSteps)[number];

export const signUpPages = [...formSteps, 'review'] as const;

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
  const name = { kind: 'text', maxLength: 40, ...nameRules(language) } as const;
  const mobile = { kind: 'tel', ...mobileRules(language) } as const;
  const own = mobile.tidy(values['mobile']);
  const emergency = (value: FieldValue) => mobile.check(value) ?? (mobile.tidy(value) === own ? t.emergencySame : null);
  const find = (table: string) => ({ kind: 'find', path: `${reference}/${table}` }) as const;
  return [
    { key: 'name', label: t.name, hint: t.nameHint, ...name, autoComplete: 'name' },
    {
      ...{ key: 'identityNumber', label: t.identityNumber, hint: t.identityNumberHint, kind: 'text' },
      ...identityRules(language, today ?? anyDay),
    },
    { key: 'ethnicGroup', label: t.ethnicGroup, ...find('ethnic-groups') },
    { key: 'politicalStatus', label: t.politicalStatus, ...find('political-status') },
    {
      key: 'nativePlace',
      label: t.nativePlace,
      hint: t.nativePlaceHint,
      ...find('divisions?level=county'),
      asNumber: true,
    },
    { key: 'mobile', label: t.mobile, ...mobile, autoComplete: 'tel' },
    { key: 'email', label: t.email, kind: 'email', autoComplete: 'email' },
    { key: 'emergencyName', label: t.emergencyName, ...name },
    { key: 'emergencyMobile', label: t.emergencyMobile, ...mobile, check: emergency },
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
      max: 20_000,
      optional: true,
    },
    {
      key: 'studentLeaderPosts',
      label: t.studentLeaderPosts,
      hint: t.studentLeaderPostsHint,
      kind: 'long',
      maxLength: 200,
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
