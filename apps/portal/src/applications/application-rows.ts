import { type ApplicationRow, type ApplicationStatus, applicationStatuses } from '@xibu/domain/recruitment/api';
import type { ListSource } from '../api/lists.js';
import type { Language } from '../language/texts.js';
import type { Column } from '../office/columns.js';
import type { State } from '../office/definition.js';
import { officeText } from '../office/office.text.js';
import { daysSince } from '../ui/legal-dates.js';
import { toneOf } from './application-way.js';
import { applications } from './applications.api.js';
import { reference } from './form-steps.js';
import { reviewText } from './review.text.js';
import { statusText } from './status.text.js';

/** The lists of applications that offices work through; the rail counts the very same. */
export const facultyQueue: ListSource = { list: applications, filters: { status: 'submitted' } };
export const universityQueue: ListSource = { list: applications, filters: { status: 'faculty-passed' } };
export const returnedList: ListSource = { list: applications, filters: { status: 'returned' } };
export const allApplications: ListSource = { list: applications, filters: {} };

export function stateOfApplication(status: ApplicationStatus, language: Language): State {
  return { label: statusText[language][status], tone: toneOf(status) };
}

/** Statuses as answers of a filter. */
export function statusOptions(language: Language) {
  return applicationStatuses.map((value) => ({ value, label: statusText[language][value] }));
}

/** The usual columns of a list of applications, by name. */
export function applicationColumns(language: Language, now: Date | null) {
  const t = reviewText[language];
  const column = (given: Column<ApplicationRow>) => given;
  return {
    name: column({ key: 'name', label: t.name, kind: 'name', value: ({ name }) => name, sorts: true }),
    number: column({ key: 'number', label: t.number, value: ({ number }) => number, sorts: true }),
    status: column({
      ...{ key: 'status', label: t.status, kind: 'state', value: ({ status }) => status },
      state: ({ status }) => stateOfApplication(status, language),
    }),
    university: column({
      key: 'university',
      label: t.university,
      kind: 'code',
      path: `${reference}/universities`,
      value: ({ university }) => university,
    }),
    faculty: column({ key: 'faculty', label: t.faculty, kind: 'name', value: ({ faculty }) => faculty }),
    major: column({ key: 'majorName', label: t.major, kind: 'name', value: ({ majorName }) => majorName }),
    submittedAt: column({
      key: 'submittedAt',
      label: t.submittedAt,
      kind: 'instant',
      value: ({ submittedAt }) => submittedAt,
      sorts: true,
    }),
    waiting: column({
      ...{ key: 'waiting', label: t.waiting },
      value: ({ submittedAt }) =>
        submittedAt && now ? officeText[language].waited(daysSince(submittedAt, now)) : null,
    }),
  };
}
