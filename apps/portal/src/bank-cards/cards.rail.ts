import type { RailEntry } from '../office/rail.js';
import { cardsText } from './cards.text.js';

export const cardRail: readonly RailEntry[] = [
  {
    ...{ group: 'queues', to: '/office/bank-cards?status=registered', needs: 'bank-card.read' },
    label: (language) => cardsText[language].title,
    count: { list: '/api/finance/bank-cards', filters: { status: 'registered' } },
  },
];
