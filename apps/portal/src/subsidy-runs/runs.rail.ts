import { type Actor, may } from '@xibu/domain/access';
import type { RailEntry } from '../office/rail.js';
import { attendanceText } from './attendance.text.js';
import { batchText } from './batch.text.js';
import { coverageText } from './coverage.text.js';
import { exceptionText } from './exception.text.js';
import { ledgerText } from './ledger.text.js';
import { lastMonth } from './month-to-pay.js';
import { reconciliationText } from './reconciliation.text.js';
import { runText } from './run.text.js';

const base = '/api/finance';

/** The states in which a run waits for whoever looks; null for those who only read. */
function waitingFor(actor: Actor): string | null {
  if (may(actor, 'subsidy-run.release')) return 'county-approved';
  if (may(actor, 'subsidy-run.approve')) return 'calculated';
  return may(actor, 'subsidy-run.prepare') ? 'draft,attendance-locked' : null;
}

export const runRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/attendances', needs: 'attendance.read' },
    label: (language) => attendanceText[language].attendance,
    countFor: ({ actor, now }) =>
      may(actor, 'attendance.confirm')
        ? { list: `${base}/attendances`, filters: { month: lastMonth(now), state: 'missing' } }
        : null,
  },
  {
    ...{ group: 'queues', to: '/office/subsidy-runs', needs: 'subsidy-run.read' },
    label: (language) => runText[language].runs,
    countFor: ({ actor }) => {
      const status = waitingFor(actor);
      return status ? { list: `${base}/subsidy-runs`, filters: { status } } : null;
    },
  },
  {
    ...{ group: 'queues', to: '/office/pay-exceptions?state=open', needs: 'exception.read' },
    label: (language) => exceptionText[language].exceptionList,
    count: { list: `${base}/exceptions`, filters: { state: 'open' } },
  },
  {
    ...{ group: 'queues', to: '/office/coverage?state=open', needs: 'coverage.read' },
    label: (language) => coverageText[language].gaps,
    count: { list: `${base}/coverage/gaps`, filters: { state: 'open' } },
  },
  {
    ...{ group: 'work', to: '/office/batches', needs: 'batch.read' },
    label: (language) => batchText[language].batches,
  },
  {
    ...{ group: 'work', to: '/office/reconciliation', needs: 'month.read' },
    label: (language) => reconciliationText[language].board,
  },
  { group: 'registers', to: '/office/funds', needs: 'fund.read', label: (language) => ledgerText[language].funds },
  { group: 'registers', to: '/office/ledger', needs: 'ledger.read', label: (language) => ledgerText[language].ledger },
  {
    ...{ group: 'registers', to: '/office/ledger/postings', needs: 'ledger.read' },
    label: (language) => ledgerText[language].postings,
  },
];
