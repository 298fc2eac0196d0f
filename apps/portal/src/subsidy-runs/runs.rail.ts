import { may } from '@xibu/domain/access';
import type { RailEntry } from '../office/rail.js';
import { financeText } from './finance.text.js';

const base = '/api/finance';

export const runRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/attendances', needs: 'attendance.read' },
    label: (language) => financeText[language].attendance,
  },
  {
    ...{ group: 'queues', to: '/office/subsidy-runs', needs: 'subsidy-run.read' },
    label: (language) => financeText[language].runs,
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
    label: (language) => financeText[language].exceptionList,
    count: { list: `${base}/exceptions`, filters: { state: 'open' } },
  },
  {
    ...{ group: 'queues', to: '/office/coverage?state=open', needs: 'coverage.read' },
    label: (language) => financeText[language].gaps,
    count: { list: `${base}/coverage/gaps`, filters: { state: 'open' } },
  },
  {
    ...{ group: 'work', to: '/office/batches', needs: 'batch.read' },
    label: (language) => financeText[language].batches,
  },
  {
    ...{ group: 'work', to: '/office/reconciliation', needs: 'month.read' },
    label: (language) => financeText[language].board,
  },
  { group: 'registers', to: '/office/funds', needs: 'fund.read', label: (language) => financeText[language].funds },
  { group: 'registers', to: '/office/ledger', needs: 'ledger.read', label: (language) => financeText[language].ledger },
  {
    ...{ group: 'registers', to: '/office/ledger/postings', needs: 'ledger.read' },
    label: (language) => financeText[language].postings,
  },
];
