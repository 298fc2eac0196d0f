import type { Migration } from '@xibu/platform';

export const stepsOfApplications: Migration = {
  name: '0020-steps-of-applications',
  reason: 'somebody may withdraw and apply again: the end of the first application must not hide the second',
  statements: [
    // Empty where it was noted before anybody asked of which application.
    `alter table applicant_step add column application text not null default ''`,
    'alter table applicant_step alter column application drop default',
    'alter table applicant_step drop constraint applicant_step_pkey',
    'alter table applicant_step add primary key (account, season, application)',
  ],
};
