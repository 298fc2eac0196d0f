import type { Migration } from '@xibu/platform';

export const whoAsked: Migration = {
  name: '0110-who-asked',
  reason: 'a calculation that was cut off is finished by the service itself, in the name of whoever asked for it',
  statements: ['alter table run_snapshot add column asked_by jsonb'],
};
