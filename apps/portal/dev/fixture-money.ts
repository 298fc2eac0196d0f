import type { PaySlipView } from '@xibu/domain/finance/pay-api';
import type { ReconciliationBoard } from '@xibu/domain/finance/payments-api';
import type { RunView } from '@xibu/domain/finance/runs-api';

const at = '2023-10-02T09:12:00+08:00';

/** A month of one county, approved and waiting for finance. */
export const runView: RunView = {
  ...{ id: 'run-1', number: '152221-2023-09', season: '2023-2024', month: '2023-09', county: 152221 },
  ...{ status: 'county-approved', dueOn: '2023-10-10', people: 43, payable: 42, exceptions: 1, grossFen: 12_324_066 },
  ...{ personalFen: 1_725_590, employerFen: 3_400_000, netFen: 12_030_633, version: 4, since: '2023-09' },
  ...{ decidedBy: '2023-2024/1', openedAt: at, overrideReason: null, returnReason: null, inputDigest: null },
  ...{ resultDigest: null, units: { all: 14, confirmed: 13, missing: ['第二中学'] } },
  steps: {
    ...{ attendanceLocked: { by: '乌云', at }, calculated: { by: '乌云', at } },
    ...{ approved: { by: '额尔敦', at }, released: null },
  },
  payments: [{ state: 'waiting', lines: 42, fen: 12_030_633 }],
};

const amounts = {
  ...{ computed: 12_324_066, approved: 12_324_066, notYetPayable: 293_433, inFile: 12_030_633, repeatedInFile: 0 },
  ...{ waiting: 0, accepted: 11_786_000, returned: 244_633, pending: 0, replaced: 0, waitingForReplacement: 244_633 },
};

export const reconciliation: ReconciliationBoard = {
  month: '2023-09',
  offices: [
    {
      ...{ county: 152221, month: '2023-09', status: 'open', closeId: null, proposed: null, closed: null },
      mayClose: false,
      obstacles: {
        ...{ broken: [], pending: 0, waiting: 0, unreplaced: ['x'], openExceptions: 1, missing: [], runOpen: false },
      },
      rows: [{ id: '1', office: 152221, county: 152221, project: 'national', source: 'central', ...amounts }],
    },
  ],
  totals: [
    { project: 'national', source: 'central', ...amounts },
    { project: 'national', source: 'county', ...amounts },
  ],
};

export const slip: PaySlipView = {
  ...{ runId: 'run-1', number: '152221-2023-09', month: '2023-09', county: 152221, accountId: 'p3', name: '娜仁托娅' },
  ...{ unit: '152221-001', status: 'paid', daysOnPost: 30, grossFen: 285_000, personalFen: 40_130, carryInFen: 0 },
  ...{ netFen: 244_870, carryOutFen: 0, employerFen: 90_000, payable: true, funding: [], differences: [] },
  components: [
    { component: 'living', ratedDays: 30, daysInMonth: 30, fen: 250_000, segments: [] },
    { component: 'hardship', ratedDays: 30, daysInMonth: 30, fen: 35_000, segments: [] },
  ],
  amounts: [],
  insurance: null,
  change: [{ component: 'living', beforeFen: 125_000, afterFen: 250_000, reasons: [] }],
  exceptions: [],
  payments: [
    {
      ...{ reference: '152221-202309-000042', fen: 244_870, state: 'accepted', reason: '', valueDate: '2023-10-10' },
      replaces: null,
    },
  ],
};

export const state = {
  ...{ now: at, outbox: { rows: 0, oldestSeconds: 0 }, bus: { ok: true, lagByTopic: { 'placement.volunteer': 0 } } },
  schedules: [{ schedule: 'every-day-watch-leaves', lastDone: at, waiting: 0, lastFailure: null }],
};
