import type { Migration } from '@xibu/platform';

export const expiry: Migration = {
  name: '0020-expiry',
  reason:
    'a draft may expire: it has no number, and its identity number blocks nobody; and the track of the teaching group',
  statements: [
    'alter table application drop constraint application_check',
    `alter table application add constraint application_has_number
       check (status in ('draft', 'withdrawn', 'expired') or (number is not null and identity_index is not null))`,
    'drop index application_one_an_identity',
    `create unique index application_one_an_identity on application (season, identity_index)
       where status not in ('draft', 'returned', 'withdrawn', 'expired')`,
    `alter table application add track text not null default 'open' check (track in ('open', 'teaching-group'))`,
    'alter table application add list_number text',
    `alter table application add check ((track = 'teaching-group') = (list_number is not null))`,
    'create index application_of_list on application (season, list_number) where list_number is not null',
  ],
};
