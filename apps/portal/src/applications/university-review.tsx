import type { ApplicationRow, ApplicationView } from '@xibu/domain/recruitment/api';
import { queuePage } from '../office/QueuePage.js';
import { reviewPane } from '../office/ReviewPane.js';
import { ApplicationDetail } from './ApplicationDetail.js';
import { applicationColumns, stateOfApplication, universityQueue } from './application-rows.js';
import { applicationPath } from './applications.api.js';
import { reviewText } from './review.text.js';
import { bulkPass, bulkReturn, decisionsOf } from './review-decisions.js';

const pane = '/office/university-review/one';

/** 高校项目办审核: the queue. */
export const UniversityQueue = queuePage<(typeof reviewText)['zh'], ApplicationRow>(
  reviewText,
  (t, { language, now }) => {
    const columns = applicationColumns(language, now);
    return {
      title: t.universityQueue,
      intro: t.universityIntro,
      source: universityQueue,
      columns: [columns.name, columns.number, columns.faculty, columns.major, columns.submittedAt, columns.waiting],
      idOf: ({ id }) => id,
      nameOf: ({ name }) => name,
      next: { label: t.open, to: ({ id }) => `${pane}/${id}` },
      bulk: [bulkPass(language), bulkReturn(language)],
      search: t.searchHint,
      choices: [{ key: 'faculty', label: t.faculty }],
      sort: 'submittedAt',
    };
  },
);

/** The same one by one, with everything that is known in sight. */
export const UniversityReview = reviewPane<(typeof reviewText)['zh'], ApplicationRow, ApplicationView>(
  reviewText,
  (t, { language, now }) => ({
    title: t.universityQueue,
    address: pane,
    source: universityQueue,
    sort: 'submittedAt',
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    about: (row) => applicationColumns(language, now).waiting.value(row)?.toString() ?? '',
    aboutNames: ({ faculty, majorName }) => [faculty, majorName],
    path: applicationPath,
    titleOf: ({ form }) => form.name ?? '',
    stateOf: ({ status }) => stateOfApplication(status, language),
    detail: (application) => <ApplicationDetail application={application} />,
    waits: ({ status }) => status === 'faculty-passed',
    decisions: decisionsOf('university', language),
  }),
);
