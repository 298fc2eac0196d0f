import type { Migration } from '@xibu/platform';

export const coversAgain: Migration = {
  name: '0090-covers-again',
  reason:
    'whoever comes back on post is insured anew beside the days that they were covered before, which stay to be claimed for',
  statements: [
    'alter table commercial_cover drop constraint commercial_cover_account_id_season_key',
    // Nobody waits for cover twice; covers that have begun may follow each other.
    `create unique index commercial_cover_waiting on commercial_cover (account_id, season) where status = 'to-insure'`,
    'create index commercial_cover_of_account on commercial_cover (account_id, season)',
  ],
};
