import type { Migration } from '@xibu/platform';

export const frozenDigest: Migration = {
  name: '0120-frozen-digest',
  reason:
    'a run keeps the digest of its inputs from the moment they are frozen, and the rows of its people leave room on their page for what is computed, so that no index is written again',
  statements: ['alter table run_snapshot add column input_digest text', 'alter table run_person set (fillfactor = 50)'],
};
