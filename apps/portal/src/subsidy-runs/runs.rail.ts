import { may } from '@xibu/domain/access';
import type { RailEntry } from '../office/rail.js';
import { attendanceText } from './attendance.text.js';
import { batchText } from './batch.text.js';
import { coverageText } from './coverage.text.js';
import { exceptionText } from './exception.text.js';
import { ledgerText } from './ledger.text.js';
import { reconciliationText } from './reconciliation.text.js';
import { runText } from './run.text.js';

const base = '/api/finance';

export const runRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/attendances', needs: 'attendance.read' },
    label: (language) => attendanceText[language].attendance,
  },
  {
    ...{ group: 'queues', to: '/office/subsidy-runs', needs: 'subsidy-run.read' },
    label: (language) => runText[language].runs,
    countFor: ({ actor }) => {
      const status = may(actor, 'subsidy-run.release')
        ? 'county-approved'
        : may(actor, 'subsidy-run.approve')
          ? 'calculated'
          : undefined;
      return { list: `${base}/subsidy-runs`, filters: { status } };
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
