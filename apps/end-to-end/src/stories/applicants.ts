import type { ApplicationForm, ApplicationView } from '@xibu/domain/recruitment/api';
import { type Crowd, personOf } from '../season/people.js';
import { season } from './programme-year.js';
import type { StorySystem } from './story-system.js';

export interface Applicant {
  readonly name: string;
  readonly login: string;
  readonly session: string;
  readonly applicationId: string;
  /** 报名编号; null while it is a draft. */
  readonly number: string | null;
  readonly form: ApplicationForm;
}

const counties = [152221, 152222, 152223, 152224];

/** The form of a generated person at a faculty of a university. */
export function formOf(index: number, university: string, faculty: string): ApplicationForm {
  const crowd: Crowd = { seed: 'stories', size: 100, counties, universities: 1 };
  const { form } = personOf(crowd, [university], index);
  return { ...form, university, faculty };
}

/** Registers an account and signs up through the API; a draft stays one. */
export async function signUp(
  { door }: StorySystem,
  {
    index,
    university,
    faculty,
    isDraft = false,
  }: { index: number; university: string; faculty: string; isDraft?: boolean },
): Promise<Applicant> {
  const form = formOf(index, university, faculty);
  const [login, password] = [`applicant-${index}`, `Stories-${index}-2023`];
  const { name, email, mobile } = form;
  await door.post('/api/programme/accounts/register', undefined, { name, email, mobile, loginName: login, password });
  const session = await door.sessionOf(login, password);
  const { id, version } = await door.post<ApplicationView>('/api/recruitment/applications', session, { season });
  const path = `/api/recruitment/applications/${id}`;
  const headers = { 'if-match': `"${version}"` };
  const saved = await door.ask('PUT', `${path}/draft`, { session, body: form, headers });
  if (saved.status !== 200) throw new Error(`the draft was not saved: ${saved.text}`);
  const applicant = { name, login, session, applicationId: id, form };
  if (isDraft) return { ...applicant, number: null };
  const { number } = await door.post<ApplicationView>(`${path}/submit`, session, { declared: true });
  return { ...applicant, number };
}
