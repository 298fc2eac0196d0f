import type { ApplicationRow, ApplicationView } from '@xibu/domain/recruitment/api';
import { queuePage } from '../office/QueuePage.js';
import { reviewPane } from '../office/ReviewPane.js';
import { applicationPane, applicationQueue } from './application-queue.js';
import { facultyQueue } from './application-rows.js';
import { reviewText } from './review.text.js';
import { bulkReturn, decisionsOf } from './review-decisions.js';

const pane = '/office/faculty-review/one';

/** 院系团委审核: the queue. */
export const FacultyQueue = queuePage<(typeof reviewText)['zh'], ApplicationRow>(reviewText, (t, beholder) => ({
  ...applicationQueue(pane, beholder),
  title: t.facultyQueue,
  intro: t.facultyIntro,
  source: facultyQueue,
  bulk: [bulkReturn(beholder.language)],
}));

/** The same one by one: passing needs the talk (notice 2.2.3). */
export const FacultyReview = reviewPane<(typeof reviewText)['zh'], ApplicationRow, ApplicationView>(
  reviewText,
  (t, beholder) => ({
    ...applicationPane(beholder),
    title: t.facultyQueue,
    address: pane,
    source: facultyQueue,
    waits: ({ status }) => status === 'submitted',
    decisions: decisionsOf('faculty', beholder.language),
    precondition: { key: 'talked', label: t.talked, missing: t.talkedMissing, for: ['pass'] },
  }),
);
