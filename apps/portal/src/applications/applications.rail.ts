import type { RailEntry } from '../office/rail.js';
import { allApplications, facultyQueue, universityQueue } from './application-rows.js';
import { reviewText } from './review.text.js';

export const applicationRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/faculty-review', needs: 'application.review-faculty', count: facultyQueue },
    label: (language) => reviewText[language].facultyQueue,
  },
  {
    ...{
      group: 'queues',
      to: '/office/university-review',
      needs: 'application.review-university',
      count: universityQueue,
    },
    label: (language) => reviewText[language].universityQueue,
  },
  {
    ...{
      group: 'registers',
      to: '/office/applications',
      needs: 'application.read',
      count: allApplications,
      search: true,
    },
    label: (language) => reviewText[language].register,
  },
];
