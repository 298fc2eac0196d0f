import type { ApplicationRow } from '@xibu/domain/recruitment/api';
import { registerPage } from '../office/RegisterPage.js';
import { applicationColumns, statusOptions } from './application-rows.js';
import { applications } from './applications.api.js';
import { reviewText } from './review.text.js';

/** 报名人员: everybody who has signed up, inside one's scope. */
export const ApplicationRegister = registerPage<(typeof reviewText)['zh'], ApplicationRow>(
  reviewText,
  (t, { language, now }) => {
    const columns = applicationColumns(language, now);
    return {
      title: t.register,
      list: applications,
      columns: [
        { ...columns.name, to: ({ id }) => `/office/applications/${id}` },
        ...[columns.number, columns.status, columns.university, columns.faculty, columns.major, columns.submittedAt],
      ],
      idOf: ({ id }) => id,
      nameOf: ({ name }) => name,
      search: t.searchHint,
      choices: [
        { key: 'status', label: t.status, options: statusOptions(language) },
        { key: 'faculty', label: t.faculty },
      ],
      sort: '-submittedAt',
      empty: t.none,
    };
  },
);
