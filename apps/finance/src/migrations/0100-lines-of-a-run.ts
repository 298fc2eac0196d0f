import type { Migration } from '@xibu/platform';

export const linesOfARun: Migration = {
  name: '0100-lines-of-a-run',
  reason: 'approval, close and the nightly alarms look for the payments of a run, and read all payments without this',
  statements: [
    'create index payment_line_of_run on payment_line (run_id, account_id)',
    'create index batch_line_of_reference on batch_line (reference)',
  ],
};
