import { may } from '@xibu/domain/access';
import type { RailEntry } from '../office/rail.js';
import { reportsText } from './reports.text.js';

export const reportRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/reports', needs: 'report.read' },
    label: (language) => reportsText[language].title,
    countFor: ({ actor }) => {
      const status = may(actor, 'report.submit')
        ? 'due'
        : may(actor, 'report.check-league')
          ? 'submitted'
          : may(actor, 'report.check-region')
            ? 'league-checked'
            : null;
      return status ? { list: '/api/assessment/reports', filters: { status } } : null;
    },
    late: ({ late }) => late?.['true'] ?? 0,
  },
];
