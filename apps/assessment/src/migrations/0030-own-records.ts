import type { Migration } from '@xibu/platform';

export const ownRecords: Migration = {
  name: '0030-own-records',
  reason: 'whoever looks at their own reports, grade or certificate finds them without reading those of everybody else',
  statements: [
    'create index ticket_of_account on ticket (account)',
    'create index assessment_of_account on assessment (account)',
    'create index certificate_of_account on certificate (account)',
  ],
};
