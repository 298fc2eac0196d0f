import type { PageGroup } from '../app/page.js';

const run = () => import('./run-work.js');
const attendance = () => import('./attendance-work.js');
const ledger = () => import('./ledger-work.js');
const board = async () => (await import('./ReconciliationPage.js')).ReconciliationPage;

/** Money: from attendance to the closed month. */
export const runPages: PageGroup = {
  offices: [
    { path: 'attendances', needs: 'attendance.read', load: async () => (await attendance()).Attendances },
    { path: 'attendances/people', needs: 'attendance.read', load: async () => (await attendance()).AttendancePeople },
    { path: 'subsidy-runs', needs: 'subsidy-run.read', load: async () => (await run()).Runs },
    { path: 'subsidy-runs/:id', needs: 'subsidy-run.read', load: async () => (await import('./RunPage.js')).RunPage },
    { path: 'subsidy-runs/:id/people', needs: 'subsidy-run.read', load: async () => (await run()).RunPeople },
    {
      path: 'pay-exceptions',
      needs: 'exception.read',
      load: async () => (await import('./exception-work.js')).Exceptions,
    },
    { path: 'batches', needs: 'batch.read', load: async () => (await import('./batch-work.js')).Batches },
    { path: 'batches/:id', needs: 'batch.read', load: async () => (await import('./BatchPage.js')).BatchPage },
    { path: 'reconciliation', needs: 'month.read', load: board },
    { path: 'reconciliation/:month', needs: 'month.read', load: board },
    { path: 'funds', needs: 'fund.read', load: async () => (await ledger()).Funds },
    { path: 'ledger', needs: 'ledger.read', load: async () => (await ledger()).Ledger },
    { path: 'ledger/postings', needs: 'ledger.read', load: async () => (await ledger()).Postings },
    { path: 'coverage', needs: 'coverage.read', load: async () => (await import('./coverage-work.js')).Gaps },
  ],
};
