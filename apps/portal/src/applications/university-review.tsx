import type { ApplicationRow, ApplicationView } from '@xibu/domain/recruitment/api';
import { queuePage } from '../office/QueuePage.js';
import { reviewPane } from '../office/ReviewPane.js';
import { applicationPane, applicationQueue } from './application-queue.js';
import { universityQueue } from './application-rows.js';
import { reviewText } from './review.text.js';
import { bulkPass, bulkReturn, decisionsOf } from './review-decisions.js';

const pane = '/office/university-review/one';

/** 高校项目办审核: the queue. */
export const UniversityQueue = queuePage<(typeof reviewText)['zh'], ApplicationRow>(reviewText, (t, beholder) => ({
  ...applicationQueue(pane, beholder),
  title: t.universityQueue,
  intro: t.universityIntro,
  source: universityQueue,
  bulk: [bulkPass(beholder.language), bulkReturn(beholder.language)],
  choices: [{ key: 'faculty', label: t.faculty }],
}));

/** The same one by one, with everything that is known in sight. */
export const UniversityReview = reviewPane<(typeof reviewText)['zh'], ApplicationRow, ApplicationView>(
  reviewText,
  (t, beholder) => ({
    ...applicationPane(beholder),
    title: t.universityQueue,
    address: pane,
    source: universityQueue,
    waits: ({ status }) => status === 'faculty-passed',
    decisions: decisionsOf('university', beholder.language),
  }),
);
