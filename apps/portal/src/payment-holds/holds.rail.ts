import type { RailEntry } from '../office/rail.js';
import { holdsText } from './holds.text.js';

export const holdRail: readonly RailEntry[] = [
  {
    ...{ group: 'work', to: '/office/payment-holds?state=held', needs: 'payment-hold.read' },
    label: (language) => holdsText[language].title,
    count: { list: '/api/finance/payment-holds', filters: { state: 'held' } },
  },
];
