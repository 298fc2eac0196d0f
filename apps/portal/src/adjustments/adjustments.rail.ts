import { may } from '@xibu/domain/access';
import type { RailEntry } from '../office/rail.js';
import { adjustmentsText } from './adjustments.text.js';

export const adjustmentRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/adjustments', needs: 'adjustment.read' },
    label: (language) => adjustmentsText[language].title,
    countFor: ({ actor }) =>
      may(actor, 'adjustment.approve') ? { list: '/api/finance/adjustments', filters: { state: 'prepared' } } : null,
  },
];
