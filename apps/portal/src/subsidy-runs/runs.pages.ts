import type { PageGroup } from '../app/page.js';

const run = () => import('./run-work.js');
const money = () => import('./money-work.js');
const board = async () => (await import('./ReconciliationPage.js')).ReconciliationPage;

/** Money: from attendance to the closed month. */
export const runPages: PageGroup = {
  offices: [
    { path: 'attendances', needs: 'attendance.read', load: async () => (await money()).Attendances },
    { path: 'attendances/people', needs: 'attendance.read', load: async () => (await money()).AttendancePeople },
    { path: 'subsidy-runs', needs: 'subsidy-run.read', load: async () => (await run()).Runs },
    { path: 'subsidy-runs/:id', needs: 'subsidy-run.read', load: async () => (await import('./RunPage.js')).RunPage },
    { path: 'subsidy-runs/:id/people', needs: 'subsidy-run.read', load: async () => (await run()).RunPeople },
    { path: 'pay-exceptions', needs: 'exception.read', load: async () => (await money()).Exceptions },
    { path: 'batches', needs: 'batch.read', load: async () => (await money()).Batches },
    { path: 'batches/:id', needs: 'batch.read', load: async () => (await import('./BatchPage.js')).BatchPage },
    { path: 'reconciliation', needs: 'month.read', load: board },
    { path: 'reconciliation/:month', needs: 'month.read', load: board },
    { path: 'funds', needs: 'fund.read', load: async () => (await money()).Funds },
    { path: 'ledger', needs: 'ledger.read', load: async () => (await money()).Ledger },
    { path: 'ledger/postings', needs: 'ledger.read', load: async () => (await money()).Postings },
    { path: 'coverage', needs: 'coverage.read', load: async () => (await money()).Gaps },
  ],
};
