import type { Migration } from '@xibu/platform';

export const numbers: Migration = {
  name: '0100-numbers',
  reason:
    'application numbers follow from person and season, not from who was faster: every run of a season gives the same',
  statements: [
    // No scope: a number tells nothing, and whoever claims one must see that it is taken.
    'create table issued_number (number text primary key)',
    'insert into issued_number select number from application where number is not null',
    'drop sequence application_number',
  ],
};
