import type { Migration } from '@xibu/platform';

export const registersOfACountry: Migration = {
  name: '0120-registers-of-a-country',
  reason:
    'the register of a region is filtered, counted and searched by name in an index, however many forms there are',
  statements: [
    // Out of the form, so that an index can hold it.
    `alter table application add column person_name text generated always as (form ->> 'name') stored`,
    'drop index application_of_division',
    // All that filters, order, facets and row-level security ask of a row that is not on the page.
    `create index application_of_division on application (division, status, submitted_at, id)
       include (season, university, faculty, account_id, person_name, number)`,
  ],
};
