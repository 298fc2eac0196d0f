import type { Migration } from '@xibu/platform';

export const ownApplications: Migration = {
  name: '0130-own-applications',
  reason: 'whoever looks at their own application finds it without reading those of everybody else',
  statements: ['create index application_of_account on application (account_id, season)'],
};
