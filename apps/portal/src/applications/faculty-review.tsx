import type { ApplicationRow, ApplicationView } from '@xibu/domain/recruitment/api';
import { queuePage } from '../office/QueuePage.js';
import { reviewPane } from '../office/ReviewPane.js';
import { ApplicationDetail } from './ApplicationDetail.js';
import { applicationColumns, facultyQueue, stateOfApplication } from './application-rows.js';
import { applicationPath } from './applications.api.js';
import { reviewText } from './review.text.js';
import { bulkReturn, decisionsOf } from './review-decisions.js';

const pane = '/office/faculty-review/one';

/** 院系团委审核: the queue. */
export const FacultyQueue = queuePage<(typeof reviewText)['zh'], ApplicationRow>(reviewText, (t, { language, now }) => {
  const columns = applicationColumns(language, now);
  return {
    title: t.facultyQueue,
    intro: t.facultyIntro,
    source: facultyQueue,
    columns: [columns.name, columns.number, columns.faculty, columns.major, columns.submittedAt, columns.waiting],
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    next: { label: t.open, to: ({ id }) => `${pane}/${id}` },
    bulk: [bulkReturn(language)],
    search: t.searchHint,
    sort: 'submittedAt',
  };
});

/** The same one by one: passing needs the talk (notice 2.2.3). */
export const FacultyReview = reviewPane<(typeof reviewText)['zh'], ApplicationRow, ApplicationView>(
  reviewText,
  (t, { language, now }) => ({
    title: t.facultyQueue,
    address: pane,
    source: facultyQueue,
    sort: 'submittedAt',
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    about: (row) => applicationColumns(language, now).waiting.value(row)?.toString() ?? '',
    aboutNames: ({ faculty, majorName }) => [faculty, majorName],
    path: applicationPath,
    titleOf: ({ form }) => form.name ?? '',
    stateOf: ({ status }) => stateOfApplication(status, language),
    detail: (application) => <ApplicationDetail application={application} />,
    waits: ({ status }) => status === 'submitted',
    decisions: decisionsOf('faculty', language),
    precondition: { key: 'talked', label: t.talked, missing: t.talkedMissing, for: ['pass'] },
  }),
);
